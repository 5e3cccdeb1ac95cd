"""A real S3 interface on loopback: OpenStack Swift, its account, container, object and proxy servers."""

import getpass
import os
import socket
import subprocess
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path

ENVIRONMENT = Path(__file__).parents[2] / "build" / "swift"
KEY, SECRET = "test:tester", "S3RVER"

KINDS = ("object", "container", "account")

SWIFT = """\
[swift-hash]
swift_hash_path_prefix = a
swift_hash_path_suffix = b
[storage-policy:0]
name = gold
default = yes
"""

STORAGE = """\
[DEFAULT]
user = {user}
swift_dir = {etc}
devices = {folder}/node
mount_check = false
bind_ip = 127.0.0.1
bind_port = {port}
workers = 0
recon_cache_path = {folder}/cache
fallocate_reserve = 0
disable_fallocate = true
[pipeline:main]
pipeline = {kind}-server
[app:{kind}-server]
use = egg:swift#{kind}
recon_cache_path = {folder}/cache
"""

PROXY = f"""\
[DEFAULT]
user = {{user}}
swift_dir = {{etc}}
bind_ip = 127.0.0.1
bind_port = {{port}}
workers = 0
[pipeline:main]
pipeline = catch_errors cache listing_formats s3api tempauth copy slo proxy-server
[filter:catch_errors]
use = egg:swift#catch_errors
[filter:cache]
use = egg:swift#memcache
memcache_servers = 127.0.0.1:1
[filter:listing_formats]
use = egg:swift#listing_formats
[filter:s3api]
use = egg:swift#s3api
s3_acl = no
location = us-east-1
dns_compliant_bucket_names = yes
[filter:tempauth]
use = egg:swift#tempauth
user_{KEY.replace(":", "_")} = {SECRET} .admin
[filter:copy]
use = egg:swift#copy
[filter:slo]
use = egg:swift#slo
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
"""


@contextmanager
def serve(folder):
    """Run the servers below a folder; gives the port of the S3 interface."""
    bin_ = ENVIRONMENT / "bin"
    etc = folder / "etc"
    for name in ("etc", "node/d1", "cache"):
        (folder / name).mkdir(parents=True)
    (etc / "swift.conf").write_text(SWIFT)
    ports = dict(zip((*KINDS, "proxy"), free_ports(4), strict=True))
    places = {"user": getpass.getuser(), "etc": etc, "folder": folder}
    for kind in KINDS:
        ring = [bin_ / "swift-ring-builder", etc / f"{kind}.builder"]
        for step in (
            ["create", "4", "1", "1"],
            ["add", f"r1z1-127.0.0.1:{ports[kind]}/d1", "1"],
            ["rebalance"],
        ):
            subprocess.run([*ring, *step], check=True, stdout=subprocess.DEVNULL)
        (etc / f"{kind}-server.conf").write_text(STORAGE.format(kind=kind, port=ports[kind], **places))
    (etc / "proxy-server.conf").write_text(PROXY.format(port=ports["proxy"], **places))
    environment = os.environ | {"SWIFT_CONF_DIR": str(etc)}
    with ExitStack() as stack:
        for kind in (*KINDS, "proxy"):
            log = stack.enter_context((folder / f"{kind}.log").open("w"))
            command = [bin_ / f"swift-{kind}-server", etc / f"{kind}-server.conf"]
            server = stack.enter_context(
                subprocess.Popen(command, env=environment, stdout=log, stderr=subprocess.STDOUT)
            )
            stack.callback(server.terminate)
        wait_for(ports["proxy"], folder / "proxy.log")
        yield ports["proxy"]


def free_ports(number):
    with ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(number)]
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]


def wait_for(port, log):
    for _ in range(120):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.25)
        else:
            return
    raise RuntimeError(f"the proxy did not answer: {log.read_text()[-500:]}")
