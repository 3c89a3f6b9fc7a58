# make run und make test richten alles ein, was fehlt; die Arbeit tut installer/setup.sh.
.PHONY: help run test check faults proof bench clean

help:
	@echo 'make run      Pult mit dem Vorführbuch öffnen; ohne Bildschirm dessen Dokumente nach demo-dokumente/ schreiben'
	@echo 'make test     alle Prüfungen, auch im Fenster, unter zwei Minuten'
	@echo 'make check    Stil (ruff) und Typen (mypy)'
	@echo 'make faults   lange Schleifen (eine Viertelstunde): viele Zufallsfälle, abgebrochene Prozesse, volle und langsame Platten'
	@echo 'make proof    alles, was veröffentlicht oder gezeigt wird, ganz prüfen: Dokumente (veraPDF, outloud, LibreOffice, Nu Html Checker) und Fenster'
	@echo 'make bench    Zeiten neben reportlab, WeasyPrint, LibreOffice und python-docx messen'
	@echo 'make clean    Umgebung, Vorführbuch und Zwischenstände entfernen'

run test check faults proof bench clean:
	@bash installer/setup.sh $@
