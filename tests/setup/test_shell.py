"""The shell's menu of buttons."""

from __future__ import annotations

import asyncio

import pytest
from rasa.cli import utils

from rasa_bridge.launch import server


class Menu:
    """Stands for questionary's menu: it answers what was chosen, None after Ctrl-C."""

    def __init__(self, chosen: str | None) -> None:
        self._chosen = chosen

    async def ask_async(self) -> str | None:
        return self._chosen


@pytest.mark.parametrize(
    ("chosen", "sent"), [("1: Yes (/affirm)", "/affirm"), (None, "/stop")], ids=["button", "Ctrl-C"]
)
def test_ctrl_c_at_a_menu_leaves_the_shell(
    monkeypatch: pytest.MonkeyPatch, chosen: str | None, sent: str
) -> None:
    monkeypatch.setattr(utils, "payload_from_button_question", utils.payload_from_button_question)
    server._leave_on_interrupt()

    assert asyncio.run(utils.payload_from_button_question(Menu(chosen))) == sent
