"""The way of a file through dstack 0.18.42: command line, request, server. Every step is the release's own code."""

from __future__ import annotations

import json
from typing import Any, Iterable, Union

import dstack._internal.cli.services.configurators.run as cli
from dstack._internal.core.errors import ClientError, ConfigurationError, ServerClientError
from dstack._internal.core.models.configurations import parse_apply_configuration
from dstack._internal.core.models.repos.local import LocalRepo
from dstack._internal.server.schemas.runs import GetRunPlanRequest
from dstack._internal.server.services import runs as server
from dstack.api._public.runs import RunCollection
from dstack.api.server._runs import RunsAPIClient
from pydantic import ValidationError

from normal_0_18_42 import normal_form
from pointer import Location, violations_of
from request import CapturedRequest, FakeClient, FakeServer
from verdict import Accepted, Rejected, ReleaseCrashed, Verdict, Violation

# What a GPU's name says about its vendor depends on a catalogue, which changes with time: it is left out.
cli._KNOWN_AMD_GPUS = set()
cli._KNOWN_NVIDIA_GPUS = set()
cli._KNOWN_TPU_VERSIONS = set()

USER = FakeClient()
REPO = LocalRepo(repo_dir=USER.folder)
RUNS = RunCollection(FakeServer(RunsAPIClient), "main", USER)
CLI = cli.TaskConfigurator(RUNS)


def judge(data: Any) -> Verdict:
    """Takes a document, as the YAML reader made it, through the release. Raises ReleaseCrashed for a crash."""
    try:
        conf = parse_apply_configuration(data)
    except ConfigurationError as error:
        return Rejected("model", violations_of(error.args[0].errors(), place_in_file))
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
        # The command line changes what it checks: it adds the vendor that it infers, which is not measured.
        CLI.validate_gpu_vendor_and_image(conf.copy(deep=True))
    except ConfigurationError as error:
        return refused("gpu-image", error)
    try:
        body = request_of(conf)
    except ConfigurationError as error:
        return refused("working_dir", error)
    try:
        run_spec = GetRunPlanRequest.parse_obj(json.loads(body)).run_spec
    except ValidationError as error:
        return Rejected("apply", violations_of(error.errors(), place_in_request), "reparse")
    try:
        server._validate_run_spec_and_set_defaults(run_spec)
    except (ClientError, ServerClientError) as error:
        return refused(server_check(str(error)), error)
    return Accepted(normal_form(run_spec))


def request_of(conf: Any) -> str:
    """Returns the body of the request for a plan, with the default profile, as the command line sends it."""
    try:
        RUNS.get_plan(conf, REPO, ".dstack.yml", working_dir=conf.working_dir, run_name=conf.name)
    except CapturedRequest as request:
        return request.body
    raise AssertionError("the client sent no request")


def refused(check: str, error: Exception) -> Rejected:
    return Rejected("apply", [Violation(str(error))], check)


CHECKS = {
    "Resource name": "name",
    "Invalid volume mount path": "volume-target",
    "Mounting volumes inside /workflow": "volume-workflow",
}


def server_check(message: str) -> str:
    """Returns the name of the check that the server's message belongs to."""
    return next((check for start, check in CHECKS.items() if message.startswith(start)), "server")


def place_in_file(location: Location) -> Iterable[Union[str, int]]:
    """Drops the names that pydantic adds: of root models, and of the type of file that was chosen."""
    return (step for step in location if not is_model(step))


def place_in_request(location: Location) -> Iterable[Union[str, int]]:
    return list(place_in_file(location))[2:]


def is_model(step: Union[str, int]) -> bool:
    return isinstance(step, str) and (step == "__root__" or step.endswith("ConfigurationRequest"))
