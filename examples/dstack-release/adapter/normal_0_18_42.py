"""The normal form of dstack 0.18.42: what its server holds, in canonical spelling."""

from __future__ import annotations

from typing import Any, Dict, List, Optional

from dstack._internal.core.models.profiles import DEFAULT_RUN_TERMINATION_IDLE_TIME
from dstack._internal.core.models.runs import JobSpec
from dstack._internal.core.services.profiles import get_termination
from dstack._internal.server.services.jobs.configurators.task import TaskJobConfigurator

from spelling import (
    spell_duration,
    spell_memory,
    spell_optional_memory_range,
    spell_port,
    spell_price,
    spell_range,
)


def normal_form(run_spec: Any) -> Dict[str, Any]:
    """Takes from the job what its configurator fills in; everything else is as the server parsed it."""
    conf, profile = run_spec.configuration, run_spec.merged_profile
    configurator = TaskJobConfigurator(run_spec)
    job = job_of(configurator)
    return {
        "type": conf.type,
        "name": run_spec.run_name,
        "nodes": conf.nodes,
        "image": conf.image,
        "user": conf.user,
        "privileged": job.privileged,
        "entrypoint": conf.entrypoint,
        "working_dir": run_spec.working_dir,
        "registry_auth": conf.registry_auth and conf.registry_auth.dict(),
        "python": conf.python and conf.python.value,
        "nvcc": bool(conf.nvcc),
        "single_branch": job.single_branch,
        "env": env_of(conf.env),
        "resources": resources_of(conf.resources),
        "volumes": [volume_of(each) for each in conf.volumes],
        "ports": [spell_port(each) for each in conf.ports],
        "commands": list(conf.commands),
        "backends": values_of(profile.backends),
        "regions": profile.regions,
        "availability_zones": profile.availability_zones,
        "instance_types": profile.instance_types,
        "reservation": profile.reservation,
        "spot_policy": configurator._spot_policy().value,
        "retry": retry_of(job.retry),
        "max_duration": spell_duration(job.max_duration),
        "stop_duration": spell_duration(job.stop_duration),
        "max_price": spell_price(profile.max_price),
        "creation_policy": profile.creation_policy.value,
        "idle_duration": idle_duration_of(profile),
    }


def job_of(configurator: Any) -> Any:
    """Returns the job without its command line, image and user, which need a registry and the environment."""
    return JobSpec(
        job_num=0,
        job_name="",
        commands=[],
        env={},
        image_name="",
        privileged=configurator._privileged(),
        single_branch=configurator._single_branch(),
        max_duration=configurator._max_duration(),
        stop_duration=configurator._stop_duration(),
        requirements=configurator._requirements(),
        retry=configurator._retry(),
    )


def env_of(env: Any) -> List[str]:
    """Returns `NAME=value`, or `NAME` for a variable that is to come from the environment, sorted by name."""
    return [f"{name}={value}" if isinstance(value, str) else name for name, value in sorted(env.items())]


def resources_of(resources: Any) -> Dict[str, Any]:
    shm_size, disk = resources.shm_size, resources.disk
    return {
        "cpu": spell_range(resources.cpu),
        "memory": spell_range(resources.memory, spell_memory),
        "shm_size": None if shm_size is None else spell_memory(shm_size),
        "gpu": None if resources.gpu is None else gpu_of(resources.gpu),
        "disk": None if disk is None else {"size": spell_range(disk.size, spell_memory)},
    }


def gpu_of(gpu: Any) -> Dict[str, Any]:
    capability = gpu.compute_capability
    return {
        "vendor": gpu.vendor and gpu.vendor.value,
        "name": gpu.name,
        "count": spell_range(gpu.count),
        "memory": spell_optional_memory_range(gpu.memory),
        "total_memory": spell_optional_memory_range(gpu.total_memory),
        "compute_capability": capability and f"{capability[0]}.{capability[1]}",
    }


def volume_of(volume: Any) -> Dict[str, Any]:
    if hasattr(volume, "instance_path"):
        return {
            "instance_path": volume.instance_path,
            "path": volume.path,
            "optional": volume.optional,
        }
    names = [volume.name] if isinstance(volume.name, str) else volume.name
    return {"name": names, "path": volume.path}


def retry_of(retry: Optional[Any]) -> Any:
    if retry is None:
        return False
    return {"on_events": values_of(retry.on_events), "duration": spell_duration(retry.duration)}


def idle_duration_of(profile: Any) -> str:
    """Returns the idle time. A negative one means that the instance is never destroyed."""
    _, seconds = get_termination(profile, DEFAULT_RUN_TERMINATION_IDLE_TIME)
    return spell_duration(None if seconds < 0 else seconds)


def values_of(members: Optional[List[Any]]) -> Optional[List[str]]:
    return None if members is None else [each.value for each in members]
