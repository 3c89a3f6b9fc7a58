"""The sections of an item that Niederschrift and Auszug share."""

from collections.abc import Iterable, Sequence

from desktop.export.compose.context import Context, caption, paragraph, runs
from desktop.export.compose.entries import course, result_votes
from desktop.export.compose.events import recusal_sentence
from desktop.export.compose.prose import prose
from desktop.export.compose.votes import subject, vote_blocks
from desktop.export.document import Block, ListBlock, ListItem, ParagraphRole
from desktop.export.names import sentence_start
from desktop.models.profiles import ItemSection, Label, PageLook
from desktop.models.values import AgendaItem, Event, EventType, Task, Vote
from desktop.text import document_text as _

#: what says how an item was decided
_DECISION = (ItemSection.RESOLUTION, ItemSection.VOTE, ItemSection.RESULT)


def proceedings(ctx: Context, item: AgendaItem, level: int) -> list[Block]:
    """Who was recused, then the course up to ``afterwards``; ``level`` is that of headings within it."""
    entries = ctx.courses[item.key]
    return [*_recusals(ctx, item), *course(ctx, entries[: _decided(ctx, item)], level, item=item)]


def with_afterwards(order: Iterable[ItemSection]) -> Iterable[ItemSection | None]:
    """The sections of an item as the house orders them; None where ``afterwards`` stands.

    That is behind the decision, or behind the proceedings where the house prints them after it.
    """
    sections: list[ItemSection | None] = list(dict.fromkeys(order))
    if ItemSection.PROCEEDINGS not in sections:
        return sections
    before = (*_DECISION, ItemSection.PROCEEDINGS)
    last = max(place for place, one in enumerate(sections, 1) if one in before)
    return [*sections[:last], None, *sections[last:]]


def afterwards(ctx: Context, item: AgendaItem, level: int) -> list[Block]:
    """The course from where all was decided: it stands behind Beschluss and Abstimmungsergebnis.

    Else who was recused would come back, and the public be let in, before the vote.
    """
    return course(ctx, ctx.courses[item.key][_decided(ctx, item) :], level, item=item)


def _decided(ctx: Context, item: AgendaItem) -> int:
    """Where in the course all was decided: behind the last vote on the resolution, or where the public came back."""
    votes = {id(vote) for vote in result_votes(ctx, item)}
    places = [place for place, entry in enumerate(ctx.courses[item.key], 1) if id(entry) in votes]
    return places[-1] if places else _restored(ctx, item)


def _restored(ctx: Context, item: AgendaItem) -> int:
    """Where in the course the public came back for good once all was decided; its length where it did not."""
    entries = ctx.courses[item.key]
    places = [
        place
        for place, entry in enumerate(entries)
        if isinstance(entry, Event) and entry.event_type is EventType.PUBLIC_RESTORED
    ]
    votes = [place for place, entry in enumerate(entries) if isinstance(entry, Vote)]
    decided = max(votes) < places[-1] if places and votes else not ctx.is_public(item)
    return places[-1] if places and decided else len(entries)


def resolution_text(ctx: Context, item: AgendaItem) -> str:
    """The wording as decided; where it was decided as proposed, the proposal of the main paper."""
    if item.resolution or not item.resolution_as_proposed:
        return item.resolution or ""
    proposals = (ctx.papers[key].proposed_resolution for key in item.papers if key in ctx.papers)
    return next((proposal for proposal in proposals if proposal), "")


def resolution(ctx: Context, item: AgendaItem, level: int) -> list[Block]:
    """The Beschluss; ``level`` is that of headings within it."""
    return prose(resolution_text(ctx, item), level)


def vote_result(ctx: Context, item: AgendaItem, *, with_void: bool = True) -> list[Block]:
    """All votes on the resolution, each headed by its subject; a single one needs none.

    ``with_void``: also those that were repeated because they did not count.
    """
    votes = [vote for vote in result_votes(ctx, item) if with_void or vote.key not in ctx.repeated]
    blocks: list[Block] = []
    for heading, vote in zip(vote_names(ctx, votes), votes, strict=True):
        blocks += [caption(heading)] if heading else []
        together = ", ".join(number for key in vote.on if key != item.key and (number := _visible_number(ctx, key)))
        if together:
            line = _("voted on together with {items}", items=together)
            blocks.append(paragraph(sentence_start(line), ParagraphRole.SMALL, keep=True))
        blocks += vote_blocks(ctx, vote)
    return blocks


def vote_names(ctx: Context, votes: Sequence[Vote]) -> list[str]:
    """What each of the votes on a resolution is called; a single one needs no name, those of one name are counted."""
    several = len(votes) > 1
    names = [subject(ctx, vote) or (_unnamed(votes, place) if several else "") for place, vote in enumerate(votes)]
    return [
        f"{name} ({names[: place + 1].count(name)})" if several and names.count(name) > 1 else name
        for place, name in enumerate(names)
    ]


def _unnamed(votes: Sequence[Vote], place: int) -> str:
    """The heading of a vote without a subject among others: behind votes on parts it is the one on the whole."""
    on_parts = any(vote.part or vote.subject for vote in votes[:place])
    return _("Final vote") if on_parts and place == len(votes) - 1 else _("Vote")


def _visible_number(ctx: Context, key: str) -> str:
    """The number of an item, unless the reader may only know that there is one."""
    item = ctx.items.get(key)
    return ctx.number(item) if item and not ctx.is_withheld(item) else ""


def tasks(ctx: Context, item: AgendaItem) -> list[Block]:
    """What the administration was told to do."""
    if not item.tasks or not ctx.profile.minutes.show_tasks:
        return []
    return [ListBlock(tuple(ListItem(runs(_task(ctx, task))) for task in item.tasks))]


def _task(ctx: Context, task: Task) -> str:
    due = _("until {end}", end=ctx.day(task.due)) if task.due else ""
    details = ", ".join(part for part in (task.assignee, due) if part)
    return f"{task.text} ({details})" if details else task.text


def result_text(ctx: Context, item: AgendaItem) -> str:
    """The Beschlussart as decided; where it is unknown, the house's word for open if the look prints it."""
    if item.result is not None:
        return item.result
    return ctx.label(Label.OPEN) if PageLook(ctx.look) in ctx.profile.pages.open_result else ""


def _recusals(ctx: Context, item: AgendaItem) -> Iterable[Block]:
    """Who was recused, as far as no event in the course says so."""
    told = {
        entry.person for entry in item.proceedings if isinstance(entry, Event) and entry.event_type is EventType.RECUSAL
    }
    for recusal in item.recusals:
        text = "" if recusal.person in told else recusal_sentence(ctx, recusal)
        if text:
            yield paragraph(text, ParagraphRole.EVENT)
