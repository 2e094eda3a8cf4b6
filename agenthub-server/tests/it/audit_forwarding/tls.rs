//! Forwarding inside TLS, to ports and addresses that have to prove who they are.

use std::path::Path;

use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;

use super::authority::{Authority, Secured};
use super::receivers::Web;
use super::secure_port::{Manner, SecurePort};
use super::visitor::{Visitor, long};
use super::{numbers, received, until};
use crate::support::desk::eventually;
use crate::support::program::{Program, agenthub};

/// Starts the program, which forwards to this target and trusts the authority.
fn start(directory: &Path, target: &str, authority: &Authority) -> Program {
    let file = authority.file(directory);
    let file = file.to_str().unwrap();
    Program::start(directory, &["--audit-forward", target, "--audit-forward-ca-file", file])
}

/// Waits until an organization's records are there, for longer than pauses between attempts are.
async fn until_whole(count: u64, organization: &str, port: &SecurePort) {
    long(async || {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        (received(&port.lines(), organization) == count).then_some(())
    })
    .await;
}

#[tokio::test]
async fn a_port_has_every_record_once_also_after_the_program_was_started_again() {
    let authority = Authority::new("An authority");
    let port = SecurePort::open(authority.vouch("localhost"), Manner::Good).await;
    let directory = tempfile::tempdir().unwrap();
    let target = format!("tls://localhost:{}", port.port);
    let program = start(directory.path(), &target, &authority);
    let ada = Visitor::register(program.address(), "ada@example.org").await;
    ada.work(20).await;
    until(23, &ada.organization, || port.lines()).await;
    let written = format!("agenthub_audit_forwarded_total{{target=\"{target}\"}} 23");
    eventually(async || ada.text("/metrics").await.contains(&written).then_some(())).await;
    program.stop("-TERM");

    let program = start(directory.path(), &target, &authority);
    let ada = Visitor::login(program.address(), "ada@example.org").await;
    ada.work(1).await;
    until(25, &ada.organization, || port.lines()).await;
    assert_eq!(numbers(&port.lines())[&ada.organization], (0..25).collect::<Vec<_>>());
    program.stop("-TERM");
}

/// A port that is not who it should be is given nothing, that is told with `fault`, and once it is, it is given everything.
async fn is_refused(acceptor: impl Fn(&Authority) -> TlsAcceptor, manner: Manner, fault: &str) {
    let authority = Authority::new("An authority");
    let port = SecurePort::open(acceptor(&authority), manner).await;
    let directory = tempfile::tempdir().unwrap();
    let target = format!("tls://localhost:{}", port.port);
    let program = start(directory.path(), &target, &authority);
    let ada = Visitor::register(program.address(), "ada@example.org").await;
    let detail = ada.hears(fault).await;
    assert!(detail.contains(&format!("{target}: it refuses: ")), "{detail}");
    assert!(numbers(&port.lines()).is_empty(), "{}", port.lines());
    port.set(authority.vouch("localhost"), Manner::Good);
    until_whole(3, &ada.organization, &port).await;
    assert_eq!(numbers(&port.lines())[&ada.organization], [0, 1, 2]);
    program.stop("-TERM");
}

#[tokio::test]
async fn a_port_for_which_nobody_vouches_is_given_nothing_until_somebody_does() {
    let stranger = |_: &Authority| Authority::new("Somebody").vouch("localhost");
    is_refused(stranger, Manner::Good, "invalid peer certificate: UnknownIssuer").await;
}

#[tokio::test]
async fn a_port_of_another_host_is_given_nothing_until_it_is_the_right_one() {
    let elsewhere = |authority: &Authority| authority.vouch("siem.example.org");
    is_refused(elsewhere, Manner::Good, "not valid for name \"localhost\"").await;
}

#[tokio::test]
async fn a_port_that_speaks_no_tls_is_given_nothing_until_it_does() {
    let right = |authority: &Authority| authority.vouch("localhost");
    is_refused(right, Manner::Plain, "received corrupt message").await;
}

#[tokio::test]
async fn a_connection_that_ends_without_a_word_is_no_proof_and_all_comes_again() {
    let authority = Authority::new("An authority");
    let port = SecurePort::open(authority.vouch("localhost"), Manner::Cut).await;
    let directory = tempfile::tempdir().unwrap();
    let program = start(directory.path(), &format!("tls://localhost:{}", port.port), &authority);
    let ada = Visitor::register(program.address(), "ada@example.org").await;
    let detail = ada.hears("without a close_notify").await;
    assert!(detail.contains("it is away: it closed the connection"), "{detail}");
    // It was read.
    until(1, &ada.organization, || port.lines()).await;
    port.behave(Manner::Good);
    long(async || {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        let numbers = numbers(&port.lines()).remove(&ada.organization)?;
        let is_there_again = numbers.iter().filter(|number| **number == 0).count() >= 2;
        (is_there_again && received(&port.lines(), &ada.organization) == 3).then_some(())
    })
    .await;
    program.stop("-TERM");
}

#[tokio::test]
async fn a_port_that_says_it_is_done_with_what_it_has_not_read_is_sent_it_again() {
    let authority = Authority::new("An authority");
    let port = SecurePort::open(authority.vouch("localhost"), Manner::Good).await;
    let directory = tempfile::tempdir().unwrap();
    let program = start(directory.path(), &format!("tls://localhost:{}", port.port), &authority);
    let ada = Visitor::register(program.address(), "ada@example.org").await;
    until(3, &ada.organization, || port.lines()).await;
    port.behave(Manner::Unread);
    // More than TLS reads ahead on its own, less than the system takes.
    ada.work_at_length(40_000).await;
    ada.hears("it is away: Connection reset").await;
    assert_eq!(received(&port.lines(), &ada.organization), 3);
    port.behave(Manner::Good);
    until_whole(4, &ada.organization, &port).await;
    program.stop("-TERM");
}

#[tokio::test]
async fn an_address_on_the_web_has_to_be_vouched_for_by_the_same_authorities() {
    let authority = Authority::new("An authority");
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let web = Web::behind(address, Secured(listener, authority.vouch("127.0.0.1")), Vec::new());
    let directory = tempfile::tempdir().unwrap();
    let url = format!("https://{address}");
    let program = start(directory.path(), &url, &Authority::new("Somebody"));
    let ada = Visitor::register(program.address(), "ada@example.org").await;
    ada.hears("it refuses: invalid peer certificate: UnknownIssuer").await;
    assert_eq!(web.lines(), "");
    program.stop("-TERM");

    let program = start(directory.path(), &url, &authority);
    until(3, &ada.organization, || web.lines()).await;
    program.stop("-TERM");
}

#[test]
fn a_file_that_holds_no_authority_ends_the_program_which_says_why() {
    let directory = tempfile::tempdir().unwrap();
    let garbage = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    for (name, text, why) in [
        ("empty.pem", Some(""), "it holds no certificate"),
        ("garbage.pem", Some(garbage), "what it holds is no certificate"),
        ("missing.pem", None, "No such file"),
    ] {
        if let Some(text) = text {
            std::fs::write(directory.path().join(name), text).unwrap();
        }
        let arguments = ["--audit-forward", "tls://localhost:6514", "--audit-forward-ca-file", name];
        let output = agenthub(directory.path(), &arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(1));
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains(&format!("the file {name} of authorities")) && said.contains(why), "{said}");
    }
}
