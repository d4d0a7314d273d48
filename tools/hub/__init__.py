"""Put a class on one server: JupyterHub, nbgrader's exchange, users, who may read what.

::

    sudo python3 -m tools.hub install                          the programs
    sudo /opt/neurons/env/bin/python -m tools.hub setup hub.toml     the class
    sudo /opt/neurons/env/bin/python -m tools.hub start hub.toml     JupyterHub itself

``docs/guide_hub.md`` is the guide.  The folder that holds this package is the course of the
class: it becomes the instructors' own.
"""
