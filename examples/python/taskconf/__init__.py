"""dstack's `task` configuration, read from a JSON document into its normal form.

The law is the reference page of dstack 0.18.42; sentences quoted from it stand in
"double quotes" in the docstrings. Where the page is silent, the docstring says
"Observed:", and the rule was inferred from measurements of that release.

    reading.py    scalars, lists, mappings; violations and where they are
    duration.py   quantity.py   env.py   port.py   volume.py   gpu.py   retry.py
    resources.py  the resources block
    task.py       the table of fields, the rules between fields, `interpret`
"""

from taskconf.task import Accepted, Rejected, Verdict, interpret

__all__ = ["Accepted", "Rejected", "Verdict", "interpret"]
