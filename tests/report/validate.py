"""validate.py SCHEMAS DOCUMENTS: check each document against the schema it names."""

import json
import pathlib
import sys

import jsonschema


def main(schemas, documents):
    failed = 0
    for path in sorted(pathlib.Path(documents).glob("*.json")):
        document = json.loads(path.read_text(encoding="utf-8"))
        name = document["schema"].split("/")[0]
        schema = json.loads((pathlib.Path(schemas) / f"{name}.schema.json").read_text(encoding="utf-8"))
        validator = jsonschema.Draft202012Validator(schema)
        jsonschema.Draft202012Validator.check_schema(schema)
        for error in validator.iter_errors(document):
            failed += 1
            print(f"{path.name} ({name}) {error.json_path}: {error.message}")
    return 1 if failed else 0


sys.exit(main(*sys.argv[1:]))
