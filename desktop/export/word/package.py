"""DOCX files as zip archives that depend on their content only."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

#: the earliest time a zip archive can name; the time of writing would make equal documents differ
_TIME = (1980, 1, 1, 0, 0, 0)


def zipped(parts: dict[str, bytes]) -> bytes:
    """The parts as an archive, in the order given."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            part = ZipInfo(name, _TIME)
            part.compress_type = ZIP_DEFLATED
            part.external_attr = 0o600 << 16
            archive.writestr(part, content)
    return target.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    """The parts of an archive by name, in its order."""
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
