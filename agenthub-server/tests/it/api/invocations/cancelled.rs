//! A client that goes away takes its call with it.

use serde_json::{Value, json};
use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpStream;

use crate::support::desk::{Answered as _, Desk, eventually, list};
use crate::support::moody::moody;
use crate::support::{Server, User};

async fn cancelled(ada: &Desk<'_>) -> Value {
    let interaction = eventually(async || list(ada.get("/agents/interactions").gives(200).await).pop()).await;
    assert_eq!(
        (&interaction["outcome"], &interaction["error_code"]),
        (&json!("cancelled"), &json!("invocation.cancelled"))
    );
    interaction
}

#[tokio::test]
async fn a_call_whose_client_hangs_up_is_cancelled_and_on_record() {
    for server in Server::on_each_store().await {
        let mut hangs = server.be_moody();
        let user: User = server.register("ada@example.org").await;
        let ada = server.desk(&user);
        ada.agent(&moody()).await;
        let body = json!({ "capability": "hang", "session_id": "left" }).to_string();
        let head = format!(
            "POST /api/v1/invoke HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer {}\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n",
            user.access,
            body.len()
        );
        let mut connection = TcpStream::connect(server.address).await.unwrap();
        connection.write_all(format!("{head}{body}").as_bytes()).await.unwrap();
        hangs.recv().await.unwrap();
        drop(connection);

        assert_eq!(cancelled(&ada).await["session_id"], "left");
        let record = &ada.records(1).await[0];
        assert_eq!((&record["action"], &record["outcome"]), (&json!("invoke"), &json!("cancelled")));
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn a_stream_whose_reader_leaves_is_cancelled_and_on_record() {
    let server = Server::start().await;
    let mut hangs = server.be_moody();
    let ada = server.owner().await;
    ada.agent(&moody()).await;
    let call = ada.post("/invoke", &json!({ "capability": "hang" })).header("accept", "text/event-stream");
    let answer = call.answer().await;
    assert_eq!(answer.status(), 200);
    hangs.recv().await.unwrap();
    drop(answer);
    cancelled(&ada).await;
}
