"""Names of treatments that patients read on their own papers.

A reading grade must not punish them: "pembrolizumab" is hard to spell and easy to recognize.
"""

from __future__ import annotations

_SPECIAL = """
PD-L1 PD-1 CTLA-4 LAG-3 MSI-H dMMR HER2 IL-2 CAR-T CAR-Ts BCG TIL TILs HPV HIV CRS ICANS
interleukin-2 interleukin interferon T-VEC
"""

_BRANDS = """
Keytruda Opdivo Tecentriq Imfinzi Bavencio Libtayo Jemperli Loqtorzi Zynyz Tevimbra Unloxcyt
Yervoy Imjudo Opdualag
Rituxan MabThera Herceptin Kadcyla Enhertu Perjeta Avastin Erbitux Vectibix Portrazza Cyramza
Darzalex Empliciti Sarclisa Gazyva Arzerra Campath Unituxin Adcetris Zevalin Bexxar Padcev
Polivy Trodelvy
Kymriah Yescarta Tecartus Breyanzi Abecma Carvykti Aucatzyl Tecelra Amtagvi
Blincyto Tecvayli Talvey Elrexfio Epkinly Columvi Lunsumio Kimmtrak Imdelltra Lynozyfic
Proleukin Intron Sylatron PegIntron Pegasys Roferon Besremi Infergen Ontak Lymphir
Anktiva Adstiladrin OncoTICE TICE Provenge Imlygic Gardasil Cervarix
"""

_GENERICS = """
aldesleukin nadofaragene nogapendekin denileukin diftitox emtansine deruxtecan vedotin tiuxetan
govitecan lifileucel sipuleucel-T talimogene laherparepvec tebentafusp peginterferon
axi-cel brexu-cel liso-cel ide-cel cilta-cel obe-cel afami-cel
"""

_WORDS = frozenset(
    word.lower() for group in (_SPECIAL, _BRANDS, _GENERICS) for word in group.split()
)
_ENDINGS = ("mab", "leucel", "bart")


def is_drug_name(word: str) -> bool:
    """Say whether this one word, without its punctuation, is a treatment's name."""
    lowered = word.lower()
    return lowered in _WORDS or lowered.endswith(_ENDINGS)
