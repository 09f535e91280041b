"""The way of a file through dstack 0.21.2: command line, request, server. Every step is the release's own code."""

from __future__ import annotations

import json
import logging
import os
import re
from types import SimpleNamespace
from typing import Any, Callable, Iterable, List, Optional, Union
from uuid import UUID

import dstack._internal.cli.services.configurators.run as cli
import dstack._internal.utils.gpu as gpu_catalogue
import dstack.api._public.runs as client
from dstack._internal.core.errors import ClientError, ConfigurationError, ServerClientError
from dstack._internal.core.models.configurations import parse_apply_configuration
from dstack._internal.core.models.repos.virtual import VirtualRepo
from dstack._internal.core.models.runs import RunSpec
from dstack._internal.server.schemas.runs import GetRunPlanRequest
from dstack._internal.server.services.runs.spec import validate_run_spec_and_set_defaults
from dstack.api.server._runs import RunsAPIClient
from pydantic import ValidationError

from normal_0_21_2 import normal_form
from pointer import Location, violations_of
from request import CapturedRequest, FakeClient, FakeServer
from verdict import Accepted, Rejected, ReleaseCrashed, Verdict, Violation

# What a GPU's name says about its vendor depends on a catalogue, which changes with time: it is left out.
gpu_catalogue._KNOWN_NVIDIA_GPUS = set()
gpu_catalogue._KNOWN_AMD_GPUS = set()
gpu_catalogue._KNOWN_INTEL_ACCELERATORS = set()
gpu_catalogue._KNOWN_TENSTORRENT_ACCELERATORS = set()
gpu_catalogue._KNOWN_TPU_VERSIONS = set()


class TaskCommand(cli.TaskConfigurator):
    """`dstack apply` without what depends on more than the file: arguments, the environment, and repositories."""

    def apply_args(self, conf: Any, args: Any) -> None:
        pass

    def get_repo(self, conf: Any, configuration_path: str, configurator_args: Any) -> Any:
        return VirtualRepo()


class Runs(client.RunCollection):
    """The client's calls for runs. The files that a task names are not looked at."""

    def _validate_configuration_files(self, configuration: Any, configuration_path: Any) -> None:
        pass


client.create_file_archive = lambda path, file: "hash"

USER = FakeClient()
# The command line looks for profiles below the current folder and below the home folder.
os.chdir(USER.folder)
ARGUMENTS = TaskCommand.get_parser().parse_args([])
API = FakeServer(lambda capture: RunsAPIClient(capture, logging.getLogger("adapter")))
API.files = SimpleNamespace(upload_archive=lambda **_: SimpleNamespace(id=UUID(int=0)))
COMMAND = TaskCommand(SimpleNamespace(runs=Runs(API, "main", USER)))
SERVER_USER = SimpleNamespace(ssh_public_key="ssh-ed25519 AAAA")


def judge(data: Any) -> Verdict:
    """Takes a document, as the YAML reader made it, through the release. Raises ReleaseCrashed for a crash."""
    try:
        conf = parse_apply_configuration(data)
    except ConfigurationError as error:
        return Rejected("model", violations_of(errors_of(error.args[0]), place_in(data)))
    except Exception as error:
        raise ReleaseCrashed("model-crash") from error
    if conf.type != "task":
        return Rejected("model", [Violation(f"the type is {conf.type}", "/type")])
    try:
        return plan(conf)
    except Exception as error:
        raise ReleaseCrashed("apply-crash") from error


def plan(conf: Any) -> Verdict:
    """Follows `dstack apply` up to the plan that the server makes, without its answer."""
    try:
        body = json.loads(request_of(conf))
    except ConfigurationError as error:
        return refused("working_dir", error)
    try:
        run_spec = GetRunPlanRequest.model_validate(body).run_spec
        run_spec = RunSpec.model_validate(run_spec.model_dump())
    except ValidationError as error:
        place = place_in(body["run_spec"]["configuration"])
        # A location in the request begins with `run_spec` and `configuration`.
        found = violations_of(errors_of(error), lambda location: place(location[2:]))
        return Rejected("apply", found, "reparse")
    given = vendors_of(run_spec.configuration)
    try:
        validate_run_spec_and_set_defaults(SERVER_USER, run_spec)
    except (ClientError, ServerClientError) as error:
        return refused(server_check(str(error)), error)
    # The server adds the vendor that it infers, which is not measured.
    for spec, vendor in zip(gpus_of(run_spec.configuration), given):
        spec.vendor = vendor
    return Accepted(normal_form(run_spec))


def request_of(conf: Any) -> str:
    """Returns the body of the request for a plan, with the default profile, as the command line sends it."""
    try:
        COMMAND.get_plan(conf, ".dstack.yml", ARGUMENTS)
    except CapturedRequest as request:
        return request.body
    raise AssertionError("the client sent no request")


def gpus_of(conf: Any) -> List[Optional[Any]]:
    return [conf.resources.gpu, *(group.resources.gpu for group in conf.groups or [])]


def vendors_of(conf: Any) -> List[Optional[Any]]:
    return [None if spec is None else spec.vendor for spec in gpus_of(conf)]


def refused(check: str, error: Exception) -> Rejected:
    return Rejected("apply", [Violation(str(error))], check)


CHECKS = {
    "Resource name": "name",
    "retry.duration": "retry-duration",
    "groups IP references": "groups-ref",
    "Invalid volume mount path": "volume-target",
    "Maximum utilization_policy.time_window": "utilization-window",
    "`image` must be set when the requested accelerator": "gpu-image",
    "`docker: true` is not supported on ARM": "cpu-docker",
    "`image` must be set when ARM": "cpu-image",
}


def server_check(message: str) -> str:
    """Returns the name of the check that the server's message belongs to."""
    found = (check for part, check in CHECKS.items() if part in message)
    return next(found, "groups-ref" if "groups" in message else "server")


def errors_of(error: ValidationError) -> List[Any]:
    return error.errors(include_url=False, include_context=False, include_input=False)


def place_in(data: Any) -> Callable[[Location], Iterable[Union[str, int]]]:
    """Returns a function that drops the names that pydantic adds: the type of file, and the arms of unions."""
    return lambda location: steps_in(data, location[1:])


def steps_in(data: Any, location: Location) -> Iterable[Union[str, int]]:
    """Yields the steps that are keys of the document, and those of the long form that a short form stands for."""
    here = data
    for step in location:
        # Pydantic names keys that are no text by their text.
        keys = {str(key): key for key in here} if isinstance(here, dict) else {}
        if step in keys:
            here = here[keys[step]]
        elif isinstance(here, list) and isinstance(step, int) and step < len(here):
            here = here[step]
        elif is_arm(step):
            continue
        else:
            here = None
        yield step


# The names of arms: classes, scalar types, and what pydantic writes with brackets.
ARM = re.compile(r"^([A-Z]\w*|str|int|float|bool|constrained-\w+|.*\[.*\])$")


def is_arm(step: Union[str, int]) -> bool:
    return isinstance(step, str) and ARM.match(step) is not None
