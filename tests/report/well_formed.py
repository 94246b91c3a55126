"""well_formed.py FOLDER: read every .svg in it as XML, and say what is none."""

import pathlib
import sys
import xml.etree.ElementTree as xml

SVG = "{http://www.w3.org/2000/svg}"
ALLOWED = {"svg", "title", "desc", "style", "g", "rect", "line", "polyline", "polygon", "circle", "text"}


def problems(path):
    """Anything that is no XML, no shape of ours, or could act or fetch."""
    root = xml.fromstring(path.read_bytes())
    if root.tag != SVG + "svg" or root.get("role") != "img":
        yield "not an <svg role=img>"
    for element in root.iter():
        if element.tag.removeprefix(SVG) not in ALLOWED:
            yield f"<{element.tag}>"
        for name in element.attrib:
            if name.startswith("on") or name in ("href", "src", "style"):
                yield f"{element.tag} {name}"
    for group in root.iter(SVG + "g"):
        if not (group[0].tag == SVG + "title" and group[0].text):
            yield "a mark without a title"


def main(folder):
    failed = 0
    paths = sorted(pathlib.Path(folder).glob("*.svg"))
    for path in paths:
        try:
            found = list(problems(path))
        except xml.ParseError as error:
            found = [str(error)]
        for problem in found:
            failed += 1
            print(f"{path.name}: {problem}")
    return 1 if failed or not paths else 0


sys.exit(main(*sys.argv[1:]))
