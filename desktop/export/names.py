"""How persons are named in documents: short in the text, in full in lists."""

from collections.abc import Iterable

from desktop.models.values import Person
from desktop.text import document_text as _


def address(person: Person, articles: Iterable[str]) -> str:
    """A person as the text names them: Frau Prof. Tönn, Stadtrat Muster, or an office alone: Der Landrat.

    An office that begins with one of the ``articles`` stands for its holder.
    """
    function = person.function or ""
    if function.split(" ")[0] in articles:
        return function
    before = person.form_of_address or function
    return _joined(before, *person.title, person.family_name, person.affix) or person.given_name or ""


def full_name(person: Person) -> str:
    """A person as lists name them: Frau Prof. Dr. Anna Tönn."""
    return _joined(person.form_of_address, bare_name(person)) or person.function or ""


def bare_name(person: Person) -> str:
    """The name without Herr or Frau, where grammar would bend these: Prof. Dr. Anna Tönn."""
    return _joined(*person.title, person.given_name, person.family_name, person.affix)


def represented(person: Person) -> str:
    """A person for whom somebody else acts, behind »für«: Herrn Prof. Muster, Frau Beispiel.

    Only the two forms of address are bent; who has neither is named without an office in front.
    """
    forms = {"Herr": _("Mr (whom)"), "Frau": _("Ms (whom)")}
    if person.form_of_address in forms and person.family_name:
        return _joined(forms[person.form_of_address], *person.title, person.family_name, person.affix)
    return bare_name(person) or person.function or ""


def roll_name(person: Person) -> str:
    """A person in the list of a roll call: with the first name, or else with Herr or Frau."""
    return bare_name(person) if person.given_name else full_name(person)


def office(function: str, articles: Iterable[str]) -> str:
    """An office without its article, as it stands behind a name: Landrat."""
    first, _, rest = function.partition(" ")
    return rest if first in articles and rest else function


def sentence_start(text: str) -> str:
    """The text with a capital at its start: Eine Einwohnerin fragt …"""
    return text[:1].upper() + text[1:]


def _joined(*parts: str | None) -> str:
    return " ".join(part for part in parts if part)
