"""A person who says anything at all, chosen by a seed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.conversations.talk import Reply

RED_FLAGS = (
    "I can't breathe",
    "my poo is black and I nearly passed out",
    "crushing chest pain right now",
    "I want to kill myself",
    "I AM COUGHING UP LOTS OF BLOOD AND CAN'T BREATHE",
    "/my chest hurts badly and i feel faint",
)
RESTARTS = ("/restart", "start again")
_SYMPTOMS = (
    "I have diarrhea",
    "I have had the runs 8 times today",
    "I have a rash",
    "my joints hurt",
    "I feel sick",
    "I am tired all the time",
    "I have a fever of 38.4",
    "itchy skin all over",
    "a headache since Monday",
    "I have a cough and a sore throat",
    "my husband has diarrhea",
    "now my wife has a rash",
    "what if I get a fever",
    "I had a rash last year and it cleared",
    "no fever, no cough",
    "my neighbour has a cold",
    "I had CAR-T last month",
)
_SMALL_TALK = (
    "hello",
    "thanks",
    "bye",
    "are you human",
    "do you store this",
    "what can you do?",
    "what is immunotherapy?",
    "how does CAR-T work?",
    "tell me more",
    "where is that from?",
    "what is the weather",
    "make a note for the nurse",
)
_AFTERWARDS = (
    "I called",
    "nobody answers",
    "I have no number",
    "the nurse told me to rest",
    "I feel better",
    "it is worse",
    "no, I said no blood",
    "that's wrong, I have no rash",
)
_ANSWERS = ("yes", "no", "I don't know", "3", "8 times", "38,5", "about a week", "a lot", "none")
_NONSENSE = ("", "?", "...", "😀", "zzz", "asdf qwerty", "stop", "None", "{x}", "\u200b", "!" * 50)
_SLASHES = ("/", "/back", "/session_start", "/greet", "/answer", "/report_symptom", "//help", "/x{")


@dataclass
class Walker:
    """Chooses the next message; remembers the buttons it was ever offered."""

    rng: random.Random
    offered: list[str] = field(default_factory=list)

    def messages(self, turns: int) -> Iterator[str]:
        """Yield this many messages."""
        for _ in range(turns):
            yield self._next()

    def hear(self, reply: Reply) -> None:
        """Remember the buttons of a reply."""
        self.offered.extend(reply.buttons.values())

    def _next(self) -> str:
        kinds = (
            (30, _SYMPTOMS),
            (22, _ANSWERS),
            (20, tuple(self.offered[-6:]) or _ANSWERS),
            (6, tuple(self.offered) or _ANSWERS),
            (14, _SMALL_TALK),
            (12, _AFTERWARDS),
            (8, _NONSENSE),
            (5, _SLASHES),
            (3, RED_FLAGS),
            (2, RESTARTS),
        )
        (kind,) = self.rng.choices([kind for _, kind in kinds], [weight for weight, _ in kinds])
        return self.rng.choice(kind)
