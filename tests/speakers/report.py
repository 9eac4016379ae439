"""Every difference between the articles about speakers and the extractor, and the figures by kind.

python -m tests.speakers.report                 print them; take what passes out of known-failures.txt
python -m tests.speakers.report --allow-new     and put what fails into it (say why in the commit)
"""

from __future__ import annotations

import sys
from collections import Counter

from tests.speakers.check import Check, checks
from tests.speakers.load import KNOWN_FAILURES, known_failures, stories


def every_check() -> list[Check]:
    return [check for story in stories() for check in checks(story)]


def update(found: list[Check], *, allow_new: bool) -> None:
    """Rewrite the list of known failures: what passes leaves it, what fails enters only if allowed."""
    known = set(known_failures())
    failing = [check.name for check in found if check.problem]
    kept = [name for name in failing if allow_new or name in known]
    comments = [line for line in KNOWN_FAILURES.read_text(encoding="utf-8").splitlines() if line[:1] == "#"]
    KNOWN_FAILURES.write_text("\n".join([*comments, *kept]) + "\n", encoding="utf-8")


def main(options: list[str]) -> None:
    found = every_check()
    known = set(known_failures())
    for check in found:
        if check.problem:
            new = "" if check.name in known else "NEW "
            print(f"{new}{check.kind:9} {check.name}: {check.problem} {check.because}")
    counts, right = Counter(one.kind for one in found), Counter(one.kind for one in found if not one.problem)
    print({kind: f"{right[kind]}/{all_}" for kind, all_ in counts.items()})
    update(found, allow_new="--allow-new" in options)


if __name__ == "__main__":
    main(sys.argv[1:])
