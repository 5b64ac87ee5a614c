"""The lines that `run` greets with."""

import json
import subprocess
import sys

import pytest

from quizsite.bootstrap_serving import Worker, granian, greeting, keep, options_of, stop, wait_until_it_answers
from quizsite.bootstrap_speech import Refused

HERE = {"SITE_URL": "http://127.0.0.1:8000"}
PEOPLE = [
    {"username": "mara", "password": "abc-123", "role": "student, six weeks in"},
    {"username": "instructor", "password": "xyz", "role": "instructor"},
]


def test_the_site_is_for_this_machine_on_port_8000_unless_told():
    options = options_of([])
    assert (options.host, options.port, options.no_demo) == ("127.0.0.1", 8000, False)


def test_the_greeting_names_the_address_and_the_demo_people(tmp_path):
    (tmp_path / "var").mkdir()
    (tmp_path / "var" / "demo_people.json").write_text(json.dumps(PEOPLE))
    assert greeting(tmp_path, HERE, with_demo=True) == [
        "",
        "Recollect is at http://127.0.0.1:8000  (Ctrl-C stops it)",
        "Log in as",
        "  mara        password abc-123  student, six weeks in",
        "  instructor  password xyz      instructor",
        "or sign up as yourself.",
        "",
    ]


def test_without_demo_people_one_signs_up(tmp_path):
    assert greeting(tmp_path, HERE, with_demo=False)[2:] == ["Sign up there to begin.", ""]


def test_in_a_room_the_greeting_says_why_the_demo_people_stay_out(tmp_path):
    said = greeting(tmp_path, {**HERE, "NO_DEMO_LOGIN": "1"}, with_demo=False)
    assert said[2].startswith("Others can reach this address, so the demo people cannot log in")


def test_people_are_read_where_the_database_is_kept(tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "demo_people.json").write_text(json.dumps(PEOPLE[:1]))
    said = greeting(tmp_path, {**HERE, "VAR_DIR": str(elsewhere)}, with_demo=True)
    assert said[3] == "  mara  password abc-123  student, six weeks in"


def test_the_server_binds_the_given_host_alone(tmp_path):
    command = granian(tmp_path / "python", "127.0.0.1", 8123)
    assert command[3:7] == ["--host", "127.0.0.1", "--port", "8123"]


def test_a_server_that_ends_at_once_is_reported():
    ended = subprocess.Popen([sys.executable, "-c", ""])
    with pytest.raises(Refused, match="The server did not start"):
        wait_until_it_answers(ended, "127.0.0.1", 9)


def test_stopping_ends_the_server():
    server = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    stop(server)
    assert server.returncode == -15


def test_a_worker_that_dies_is_started_again(tmp_path):
    worker = Worker([sys.executable, "-c", ""], {}, tmp_path, pause=0)
    worker.start()
    first = worker.process
    first.wait()
    assert worker.start_again_if_dead()
    assert worker.process.pid != first.pid
    worker.stop()


def test_a_worker_that_dies_at_once_is_not_started_in_a_hurry(tmp_path):
    worker = Worker([sys.executable, "-c", ""], {}, tmp_path, pause=60)
    worker.start()
    worker.process.wait()
    assert not worker.start_again_if_dead()


def test_a_worker_at_work_is_left_alone_and_ends_with_the_site(tmp_path):
    worker = Worker([sys.executable, "-c", "import time; time.sleep(60)"], {}, tmp_path, pause=0)
    worker.start()
    assert not worker.start_again_if_dead()
    worker.stop()
    assert worker.process.returncode == -15


def test_the_site_is_kept_until_its_server_ends(tmp_path):
    server = subprocess.Popen([sys.executable, "-c", "raise SystemExit(3)"])
    assert keep(server, Worker([], {}, tmp_path)) == 3
