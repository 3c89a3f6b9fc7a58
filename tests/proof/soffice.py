"""LibreOffice's reading of our DOCX: many files in one call."""

import subprocess
from collections.abc import Iterable
from pathlib import Path

from tests.proof.needs import need_soffice

PDF = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
DOCX = "docx:MS Word 2007 XML"


def convert(files: Iterable[Path], to: str, folder: Path) -> list[Path]:
    """Opens each file and writes it anew into ``folder``; the written files in order. Skips without LibreOffice."""
    need_soffice()
    folder.mkdir(exist_ok=True)
    wanted = list(files)
    home = folder.with_name(f"{folder.name}-home")
    command = ["soffice", f"-env:UserInstallation={home.as_uri()}", "--headless", "--convert-to", to, "--outdir"]
    subprocess.run([*command, str(folder), *map(str, wanted)], check=True, capture_output=True, timeout=900)
    made = [folder / f"{path.stem}.{to.split(':')[0]}" for path in wanted]
    lost = [path.name for path in made if not path.is_file()]
    assert lost == [], "LibreOffice could not open these"
    return made
