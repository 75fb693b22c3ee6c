"""The facts of a note for the nurse: what was said, answered, advised, and why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from triage.decide import decide
from triage.model import Status
from triage.tables import Tables
from triage.turn import doubt
from triage.turn.noted import names
from triage.turn.state import Conversation
from triage.turn.words import told


def note_facts(conversation: Conversation, tables: Tables) -> Mapping[str, Any]:
    """Return everything a note needs as plain JSON values, in words a nurse can read.

    Nothing in it was checked by a person: it is what the patient told an automated guide.
    """
    case = conversation.case
    in_doubt = doubt.find(case, tables)
    decision = in_doubt.decision if in_doubt else decide(case, tables)
    rules = {rule.id: rule.why for rule in (*told(decision, conversation), *conversation.rules)}
    return {
        "level": conversation.level.id if conversation.level else None,
        "advice": conversation.advice.id if conversation.advice else None,
        "advised_at": conversation.advice_at.isoformat() if conversation.advice_at else None,
        "reporter": "carer" if conversation.about == "carer" else "patient",
        "present": [
            {"name": tables.symptoms[name].name, "words": case.words.get(name, "")}
            for name in case.present
            if name in tables.symptoms and (in_doubt is None or name not in in_doubt.symptoms)
        ],
        "in_doubt": names(in_doubt.symptoms if in_doubt else (), tables),
        "absent": names(
            (name for name, status in case.findings.items() if status is Status.NEGATED), tables
        ),
        "answers": [
            {
                "question": tables.questions[name].ask,
                "answer": tables.questions[name].in_words(given),
            }
            for name, given in case.answers.items()
            if name in tables.questions
        ],
        "therapies": [tables.therapies[name].name for name in case.therapies],
        "rules": [{"id": name, "why": why} for name, why in rules.items()],
        "unanswered": [
            tables.questions[name].ask
            for name in dict.fromkeys([*sorted(case.given_up), *decision.unresolved])
            if name in tables.questions and name not in case.answers
        ],
        "tables": tables.hash,
    }
