"""Closed sets of the session file in words of the window: one table each, because equal codes mean different things."""

from desktop.models.values import Land, MeetingState, OrganizationType
from desktop.text import marked as N_
from desktop.text import ui_text as _

_LANDS = {
    Land.BW: N_("Baden-Württemberg"),
    Land.BY: N_("Bavaria"),
    Land.BE: N_("Berlin"),
    Land.BB: N_("Brandenburg"),
    Land.HB: N_("Bremen"),
    Land.HH: N_("Hamburg"),
    Land.HE: N_("Hesse"),
    Land.MV: N_("Mecklenburg-Western Pomerania"),
    Land.NI: N_("Lower Saxony"),
    Land.NW: N_("North Rhine-Westphalia"),
    Land.RP: N_("Rhineland-Palatinate"),
    Land.SL: N_("Saarland"),
    Land.SN: N_("Saxony"),
    Land.ST: N_("Saxony-Anhalt"),
    Land.SH: N_("Schleswig-Holstein"),
    Land.TH: N_("Thuringia"),
}
_STATES = {
    MeetingState.PREPARATION: N_("in preparation"),
    MeetingState.RUNNING: N_("running"),
    MeetingState.DRAFT: N_("draft"),
    MeetingState.REVIEW: N_("in review"),
    MeetingState.RELEASED: N_("released"),
    MeetingState.SIGNED: N_("signed"),
    MeetingState.APPROVED: N_("approved"),
    MeetingState.PUBLISHED: N_("published"),
}
_ORGANIZATIONS = {
    OrganizationType.GREMIUM: N_("Body"),
    OrganizationType.FRAKTION: N_("Faction"),
    OrganizationType.PARTEI: N_("Party"),
    OrganizationType.VERWALTUNGSBEREICH: N_("Department"),
    OrganizationType.INSTITUTION: N_("Institution"),
    OrganizationType.EXTERNES_GREMIUM: N_("External body"),
    OrganizationType.SONSTIGES: N_("Other"),
}


def land_name(land: Land) -> str:
    """A Land by its name."""
    return _(_LANDS[land])


def state_name(state: MeetingState | str | None) -> str:
    """Where the minutes of a meeting stand; empty where nothing is known."""
    return _(_STATES[MeetingState(state)]) if state else ""


def organization_type_name(kind: OrganizationType) -> str:
    """What an organization is."""
    return _(_ORGANIZATIONS[kind])
