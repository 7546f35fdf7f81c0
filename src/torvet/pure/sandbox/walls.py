"""The walls a job puts around itself after the fork: resource limits, Landlock, seccomp, its parent's death.

Kernel calls go through ctypes because the standard library has no name for them. Where the kernel lacks one,
that wall is left out and `isolation()` says so; nothing here pretends. Sources: landlock(7), seccomp(2),
prctl(2), include/uapi/linux/{landlock,seccomp,bpf_common,audit}.h.
"""

import ctypes
import errno
import os
import platform
import resource
import signal
import struct
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from torvet.pure.sandbox.result import Limits

PR_SET_PDEATHSIG, PR_GET_SECCOMP, PR_SET_SECCOMP, PR_SET_NO_NEW_PRIVS = 1, 21, 22, 38
SECCOMP_MODE_FILTER = 2
SECCOMP_ALLOW, SECCOMP_KILL, SECCOMP_ERRNO = 0x7FFF0000, 0x80000000, 0x00050000
BPF_LOAD, BPF_EQUAL, BPF_AT_LEAST, BPF_ANY_BIT, BPF_RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
SYSCALL_NUMBER_OFFSET, ARCHITECTURE_OFFSET, FIRST_ARGUMENT_OFFSET = 0, 4, 16
X32_BIT = 0x40000000

LANDLOCK_CREATE, LANDLOCK_ADD_RULE, LANDLOCK_RESTRICT = 444, 445, 446  # the same on every architecture
LANDLOCK_VERSION_FLAG, LANDLOCK_PATH_BENEATH = 1, 1
LANDLOCK_RIGHTS_BY_VERSION = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}  # number of known rights, one bit each
LANDLOCK_EXECUTE, LANDLOCK_WRITE_FILE, LANDLOCK_READ_FILE, LANDLOCK_READ_FOLDER = 1, 1 << 1, 1 << 2, 1 << 3
LANDLOCK_TRUNCATE, LANDLOCK_DEVICE_CONTROL = 1 << 14, 1 << 15
LANDLOCK_READ = LANDLOCK_READ_FILE | LANDLOCK_READ_FOLDER
LANDLOCK_OF_A_FILE = (
    LANDLOCK_EXECUTE | LANDLOCK_WRITE_FILE | LANDLOCK_READ_FILE | LANDLOCK_TRUNCATE | LANDLOCK_DEVICE_CONTROL
)

AUDIT_ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
REFUSED_CALLS = {
    # (x86_64, aarch64); None where the architecture has no such call
    "socket": (41, 198),
    "clone": (56, 220),
    "fork": (57, None),
    "vfork": (58, None),
    "clone3": (435, 435),
    "execve": (59, 221),
    "execveat": (322, 281),
    "kill": (62, 129),
    "tkill": (200, 130),
    "pidfd_send_signal": (424, 424),
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "unshare": (272, 97),
    "setns": (308, 268),
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "chroot": (161, 51),
    "open_by_handle_at": (304, 265),
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "userfaultfd": (323, 282),
    "keyctl": (250, 219),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "io_uring_setup": (425, 425),
    "io_uring_enter": (426, 426),
}
# A program of the system starts threads and helpers and talks with them, in namespaces of its own.
ALLOWED_TO_A_PROGRAM = {"socket", "clone", "fork", "vfork", "clone3", "execve", "kill", "tkill"}
CLONE, CLONE_3 = (56, 220), (435, 435)
CLONE_THREAD = 0x00010000
NEW_NAMESPACE_FLAGS = 0x7E020080  # CLONE_NEWNS, CGROUP, UTS, IPC, USER, PID, NET and TIME of clone(2)
SIGNAL_IN_OWN_PROCESS = (234, 131)  # tgkill: abort() needs it, with the own process as its first argument

_libc = ctypes.CDLL(None, use_errno=True)
_libc.syscall.restype = ctypes.c_long


def limit_resources(limits: Limits) -> None:
    """Set hard limits; memory counts from what is mapped now, since a fork inherits the warmed template."""
    mapped_bytes = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    for kind, soft, hard in (
        (resource.RLIMIT_AS, mapped_bytes + limits.memory_bytes, mapped_bytes + limits.memory_bytes),
        (resource.RLIMIT_CPU, limits.cpu_seconds, limits.cpu_seconds + 1),
        (resource.RLIMIT_FSIZE, limits.file_bytes, limits.file_bytes),
        (resource.RLIMIT_NOFILE, limits.open_files, limits.open_files),
        *([] if limits.threads else [(resource.RLIMIT_NPROC, 0, 0)]),
        (resource.RLIMIT_CORE, 0, 0),
    ):
        resource.setrlimit(kind, (soft, hard))


def die_with_parent(parent: int) -> None:
    """Ask the kernel to kill this process when `parent` is gone, and go at once if it already is."""
    _libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        os._exit(1)


def landlock_version() -> int:
    """The Landlock version of this kernel, 0 where it has none or forbids it."""
    version = _libc.syscall(LANDLOCK_CREATE, None, ctypes.c_size_t(0), ctypes.c_uint32(LANDLOCK_VERSION_FLAG))
    return max(0, int(version))


def seccomp_works() -> bool:
    """True where the kernel filters system calls and their numbers are known for this machine."""
    return platform.machine() in AUDIT_ARCHITECTURES and _libc.prctl(PR_GET_SECCOMP, 0, 0, 0, 0) >= 0


def restrict_files(readable: Sequence[Path], writable: Path) -> None:
    """Let this process read only `readable` and write only `writable` and `/dev/null` (Landlock)."""
    version = landlock_version()
    if version == 0:
        return
    every = (1 << LANDLOCK_RIGHTS_BY_VERSION[min(version, max(LANDLOCK_RIGHTS_BY_VERSION))]) - 1
    attributes = struct.pack("=Q", every)
    ruleset = _checked(_libc.syscall(LANDLOCK_CREATE, attributes, ctypes.c_size_t(len(attributes)), 0))
    for path in [*readable, Path("/proc/self"), Path("/dev")]:
        _allow(ruleset, path, LANDLOCK_READ & every)
    _allow(ruleset, writable, every)
    _allow(ruleset, Path("/dev/null"), every)
    _no_new_privileges()
    _checked(_libc.syscall(LANDLOCK_RESTRICT, ruleset, 0))
    os.close(ruleset)


def _allow(ruleset: int, path: Path, rights: int) -> None:
    if not path.exists():
        return
    if not path.is_dir():
        rights &= LANDLOCK_OF_A_FILE
    opened = os.open(path, os.O_PATH | os.O_CLOEXEC)
    rule = struct.pack("=Qi", rights, opened)
    _checked(_libc.syscall(LANDLOCK_ADD_RULE, ruleset, LANDLOCK_PATH_BENEATH, rule, 0))
    os.close(opened)


def restrict_calls(*, threads: bool = False) -> None:
    """Refuse sockets, new processes, threads unless allowed, other programs, and signals to others (seccomp)."""
    if not seccomp_works():
        return
    rules = _refusals(frozenset(["clone", "clone3"])) + _threads_only() if threads else _refusals()
    program = ctypes.create_string_buffer(rules + _own_signals_only(os.getpid()))
    header = struct.pack("HxxxxxxP", (len(program) - 1) // 8, ctypes.addressof(program))
    _no_new_privileges()
    _checked(_libc.prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, header, 0, 0))


def program_filter() -> bytes:
    """The seccomp filter for a whole program, which bubblewrap loads; b"" where seccomp does not work.

    It may start threads and processes but open no namespace; clone3, whose flags a filter cannot see, answers
    ENOSYS, upon which the C library takes clone.
    """
    if not seccomp_works():
        return b""
    column = list(AUDIT_ARCHITECTURES).index(platform.machine())
    own_rules = [
        _instruction(BPF_EQUAL, otherwise=1, value=CLONE_3[column]),
        _instruction(BPF_RETURN, value=SECCOMP_ERRNO | errno.ENOSYS),
        _instruction(BPF_EQUAL, otherwise=3, value=CLONE[column]),
        _instruction(BPF_LOAD, value=FIRST_ARGUMENT_OFFSET),
        _instruction(BPF_ANY_BIT, otherwise=1, value=NEW_NAMESPACE_FLAGS),
        _instruction(BPF_RETURN, value=SECCOMP_ERRNO | errno.EPERM),
        _instruction(BPF_RETURN, value=SECCOMP_ALLOW),
    ]
    return _refusals(frozenset(ALLOWED_TO_A_PROGRAM)) + b"".join(own_rules)


@cache
def _refusals(allowed: frozenset[str] = frozenset()) -> bytes:
    """The filter but for its last rules: right architecture, no x32 numbers, refused calls answer EPERM."""
    column = list(AUDIT_ARCHITECTURES).index(platform.machine())
    refused = [numbers for name, numbers in REFUSED_CALLS.items() if name not in allowed]
    parts = [
        _instruction(BPF_LOAD, value=ARCHITECTURE_OFFSET),
        _instruction(BPF_EQUAL, then=1, value=AUDIT_ARCHITECTURES[platform.machine()]),
        _instruction(BPF_RETURN, value=SECCOMP_KILL),
        _instruction(BPF_LOAD, value=SYSCALL_NUMBER_OFFSET),
        _instruction(BPF_AT_LEAST, otherwise=1, value=X32_BIT),
        _instruction(BPF_RETURN, value=SECCOMP_KILL),
    ]
    for numbers in refused:
        number = numbers[column]
        if number is not None:
            parts.append(_instruction(BPF_EQUAL, otherwise=1, value=number))
            parts.append(_instruction(BPF_RETURN, value=SECCOMP_ERRNO | errno.EPERM))
    return b"".join(parts)


def _threads_only() -> bytes:
    """Let clone start threads and nothing else; clone3 answers ENOSYS, upon which the C library takes clone."""
    column = list(AUDIT_ARCHITECTURES).index(platform.machine())
    return b"".join(
        [
            _instruction(BPF_EQUAL, otherwise=1, value=CLONE_3[column]),
            _instruction(BPF_RETURN, value=SECCOMP_ERRNO | errno.ENOSYS),
            _instruction(BPF_EQUAL, otherwise=4, value=CLONE[column]),
            _instruction(BPF_LOAD, value=FIRST_ARGUMENT_OFFSET),
            _instruction(BPF_ANY_BIT, otherwise=1, value=CLONE_THREAD),
            _instruction(BPF_RETURN, value=SECCOMP_ALLOW),
            _instruction(BPF_RETURN, value=SECCOMP_ERRNO | errno.EPERM),
        ]
    )


def _own_signals_only(process: int) -> bytes:
    column = list(AUDIT_ARCHITECTURES).index(platform.machine())
    return b"".join(
        [
            _instruction(BPF_EQUAL, otherwise=3, value=SIGNAL_IN_OWN_PROCESS[column]),
            _instruction(BPF_LOAD, value=FIRST_ARGUMENT_OFFSET),
            _instruction(BPF_EQUAL, then=1, value=process),
            _instruction(BPF_RETURN, value=SECCOMP_ERRNO | errno.EPERM),
            _instruction(BPF_RETURN, value=SECCOMP_ALLOW),
        ]
    )


def _instruction(code: int, *, then: int = 0, otherwise: int = 0, value: int = 0) -> bytes:
    return struct.pack("HBBI", code, then, otherwise, value)


def _no_new_privileges() -> None:
    _checked(_libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0))


def _checked(answer: int) -> int:
    if answer < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return answer
