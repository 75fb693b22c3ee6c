"""The questions of a triage: asked while they can change the level, never more than that."""

from __future__ import annotations

from tests.conversations.talk import Talk

MOST_QUESTIONS = 5


def test_a_report_gets_advice_in_one_line_and_a_question_with_buttons(talk: Talk) -> None:
    reply = talk.say("I have diarrhea")

    assert reply.responses == ("utter_advice_same_day", f"utter_ask_{talk.question}")
    assert "diarrhea" in reply.texts[0]
    assert "555-0100" in reply.texts[0]
    assert "I don't know" in reply.buttons
    assert talk.level is None
    assert talk.slot("triage_advice") == "same_day"


def test_a_button_answers_the_question_it_names(talk: Talk) -> None:
    talk.say("I have diarrhea")
    asked = _ask_until(talk, "stool_blood")

    reply = talk.press("stool_blood", "yes")

    assert asked
    assert reply.responses[0] == "utter_urgent"
    assert "blood" in reply.texts[0]
    assert talk.level == "urgent"


def test_an_old_button_is_applied_to_its_own_question_and_not_to_the_open_one(talk: Talk) -> None:
    talk.say("I have diarrhea")
    first = talk.question
    _give_unknown(talk)
    second = talk.question
    assert first != second

    talk.press(first, "1")

    assert talk.question == second


def test_a_button_of_a_question_never_asked_changes_nothing(talk: Talk) -> None:
    talk.say("I have diarrhea")
    open_question = talk.question

    reply = talk.press("vision_loss", "yes")

    assert reply.responses == ("utter_stale_button", f"utter_ask_{open_question}")
    assert talk.level is None


def test_a_button_with_a_value_its_question_does_not_take_changes_nothing(talk: Talk) -> None:
    talk.say("I have diarrhea")

    reply = talk.press(talk.question, "plenty")

    assert reply.responses[0] == "utter_stale_button"
    assert talk.level is None


def test_entities_that_somebody_types_count_for_nothing(talk: Talk) -> None:
    reply = talk.say('/report_symptom{"finding": "chest_pain", "role": "present"}')

    assert talk.level is None or "112" in reply.text
    assert reply.text


def test_not_knowing_anything_ends_with_the_level_for_no_answer(talk: Talk) -> None:
    talk.say("I have diarrhea")
    for _ in range(MOST_QUESTIONS + 1):
        if talk.question is None:
            break
        talk.say("I don't know")

    assert talk.question is None
    assert talk.level == "urgent"


def test_at_most_five_questions_are_asked_in_a_triage(talk: Talk) -> None:
    talk.say("I have diarrhea and I feel sick and my joints hurt")
    asked = set()
    for _ in range(3 * MOST_QUESTIONS):
        if talk.question is None:
            break
        asked.add(talk.question)
        _give_unknown(talk)

    assert talk.question is None
    assert len(asked) <= MOST_QUESTIONS


def test_at_most_two_questions_follow_once_it_is_urgent(talk: Talk) -> None:
    talk.say("I have diarrhea")
    _ask_until(talk, "stool_blood")
    talk.press("stool_blood", "yes")
    assert talk.level == "urgent"
    asked = set()
    while talk.question is not None and talk.level == "urgent":
        asked.add(talk.question)
        _give_unknown(talk)

    assert len(asked) <= 2


def test_nothing_is_asked_at_emergency(talk: Talk) -> None:
    reply = talk.say("my poo is black and I nearly passed out")

    assert talk.level == "emergency"
    assert not any(name.startswith("utter_ask_") for name in reply.responses)


def test_two_replies_that_cannot_be_used_give_the_question_up(talk: Talk) -> None:
    talk.say("I have diarrhea")
    first = talk.question

    again = talk.say("blah blah")
    assert talk.question == first
    assert again.responses == ("utter_not_understood", f"utter_ask_{first}")

    talk.say("blah blah")
    assert talk.question != first


def test_a_new_symptom_joins_the_triage(talk: Talk) -> None:
    talk.say("I have diarrhea")

    reply = talk.say("I also have a rash")

    assert "diarrhea" in reply.texts[0]
    assert "rash" in reply.texts[0]
    assert talk.question is not None


def test_a_symptom_added_with_a_question_mark_joins_the_triage(talk: Talk) -> None:
    talk.say("I have diarrhea 6 times a day")

    talk.say("and chest pain?")

    assert talk.level == "emergency"


def test_a_red_flag_beats_the_open_question(talk: Talk) -> None:
    talk.say("I have diarrhea")

    reply = talk.say("my poo is black and I nearly passed out")

    assert reply.responses == ("utter_emergency",)
    assert talk.level == "emergency"
    assert talk.question is None


def test_the_level_never_falls_and_the_bot_says_so(talk: Talk) -> None:
    talk.say("I have diarrhea")
    _ask_until(talk, "stool_blood")
    talk.press("stool_blood", "yes")

    reply = talk.press("stool_blood", "no")

    assert talk.level == "urgent"
    assert "utter_level_stays" in reply.responses


def _give_unknown(talk: Talk) -> None:
    assert talk.question is not None
    talk.press(talk.question, "dont_know")


def _ask_until(talk: Talk, question: str) -> bool:
    for _ in range(MOST_QUESTIONS):
        if talk.question == question:
            return True
        _give_unknown(talk)
    return False


def test_only_words_that_are_said_become_slots(talk: Talk) -> None:
    reply = talk.say("what is BCG")

    assert reply.responses == ("utter_answer_bcg",)
    assert talk.slot("answer_title") is None
    assert talk.slot("therapy_words") is None

    asked = talk.say("where is that from?")

    assert talk.slot("answer_title") in asked.text
