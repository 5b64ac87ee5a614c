"""What the settings are told about a host and a port."""

import pytest

from quizsite.bootstrap_address import address_in_the_room, is_loopback, site_environment


def test_a_site_of_this_machine_alone_lets_the_demo_people_in():
    assert site_environment("127.0.0.1", 8000, {}) == {
        "DEBUG": "0",
        "SITE_URL": "http://127.0.0.1:8000",
        "ALLOWED_HOSTS": "127.0.0.1",
    }


def test_a_site_for_the_room_keeps_the_demo_people_out():
    env = site_environment("192.168.1.20", 8000, {})
    assert (env["NO_DEMO_LOGIN"], env["SITE_URL"]) == ("1", "http://192.168.1.20:8000")


def test_every_address_of_this_machine_means_the_room():
    env = site_environment("0.0.0.0", 8080, {})
    assert env["SITE_URL"] == f"http://{address_in_the_room()}:8080"
    assert env["NO_DEMO_LOGIN"] == "1"


def test_a_proxy_before_this_machine_keeps_the_demo_people_out_too():
    env = site_environment("127.0.0.1", 8000, {"SITE_URL": "https://quiz.example.org"})
    assert (env["NO_DEMO_LOGIN"], env["SITE_URL"]) == ("1", "https://quiz.example.org")


def test_a_debug_switch_left_in_the_shell_is_not_served():
    assert site_environment("127.0.0.1", 8000, {"DEBUG": "1"})["DEBUG"] == "0"


def test_an_ipv6_address_is_bracketed():
    env = site_environment("::1", 8000, {"ALLOWED_HOSTS": "quiz.local"})
    assert (env["SITE_URL"], env["ALLOWED_HOSTS"]) == ("http://[::1]:8000", "quiz.local,[::1]")
    assert "NO_DEMO_LOGIN" not in env


@pytest.mark.parametrize(
    ("host", "loopback"),
    [("127.0.0.1", True), ("127.9.9.9", True), ("localhost", True), ("::1", True), ("0.0.0.0", False), ("lab", False)],
)
def test_loopback_is_what_nobody_else_reaches(host, loopback):
    assert is_loopback(host) is loopback
