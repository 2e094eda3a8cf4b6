//! The index of the audit log. Rows travel as one JSON document a table, as there may be hundreds a step.

mod counts;
mod parts;

use std::ops::Range;

use agenthub_core::audit::index::{Block, Count, Dimension, IndexStep, Posting, from_bytes, to_bytes};
use agenthub_core::store::{AuditIndex, ReadAuditIndex};
use agenthub_core::{Result, async_trait};
use chrono::{DateTime, Utc};

use crate::convert::{hex, number, to_column, to_json};
use crate::scope::Scope;
use crate::statement::Statement;

const LENGTH: Statement =
    Statement::new("SELECT length FROM agenthub_audit_indexes WHERE organization_id = $1");
const BLOCKS: Statement = Statement::new(
    "SELECT block, parts FROM agenthub_audit_blocks
     WHERE organization_id = $1 AND block >= $2 AND block < $3 ORDER BY block",
);
const POSTINGS: Statement = Statement::split(
    "SELECT term, block, places FROM agenthub_audit_postings
     WHERE organization_id = $1 AND term IN (SELECT value FROM json_each($2)) AND block >= $3 AND block < $4",
    "SELECT term, block, places FROM agenthub_audit_postings
     WHERE organization_id = $1 AND term = ANY (ARRAY(SELECT json_array_elements_text(CAST($2 AS JSON))))
         AND block >= $3 AND block < $4",
);
const BEGIN: Statement = Statement::new(
    "INSERT INTO agenthub_audit_indexes (organization_id, length) VALUES ($1, 0)
     ON CONFLICT (organization_id) DO NOTHING",
);
/// Who waits for another's step finds another length then.
const ADVANCE: Statement = Statement::new(
    "UPDATE agenthub_audit_indexes SET length = $3 WHERE organization_id = $1 AND length = $2",
);
const PUT_BLOCKS: Statement = Statement::split(
    "INSERT INTO agenthub_audit_blocks (organization_id, block, parts)
     SELECT $1, value ->> 0, unhex(value ->> 1) FROM jsonb_each($2) WHERE TRUE
     ON CONFLICT (organization_id, block) DO UPDATE SET parts = excluded.parts",
    "INSERT INTO agenthub_audit_blocks (organization_id, block, parts)
     SELECT $1, CAST(value ->> 0 AS BIGINT), decode(value ->> 1, 'hex') FROM json_array_elements(CAST($2 AS JSON))
     ON CONFLICT (organization_id, block) DO UPDATE SET parts = excluded.parts",
);
const PUT_POSTINGS: Statement = Statement::split(
    "INSERT INTO agenthub_audit_postings (organization_id, term, block, places)
     SELECT $1, value ->> 0, value ->> 1, unhex(value ->> 2) FROM jsonb_each($2) WHERE TRUE
     ON CONFLICT (organization_id, term, block) DO UPDATE SET places = excluded.places",
    "INSERT INTO agenthub_audit_postings (organization_id, term, block, places)
     SELECT $1, value ->> 0, CAST(value ->> 1 AS BIGINT), decode(value ->> 2, 'hex')
     FROM json_array_elements(CAST($2 AS JSON))
     ON CONFLICT (organization_id, term, block) DO UPDATE SET places = excluded.places",
);
/// Who wants to take a step waits until this transaction ends.
const LOCK: Statement =
    Statement::new("UPDATE agenthub_audit_indexes SET length = length WHERE organization_id = $1");
const FORGET_BLOCKS: Statement = Statement::new(
    "DELETE FROM agenthub_audit_blocks WHERE organization_id = $1 AND block >= $2 AND block < $3",
);
const FORGET_POSTINGS: Statement = Statement::new(
    "DELETE FROM agenthub_audit_postings WHERE organization_id = $1 AND block >= $2 AND block < $3",
);
pub(crate) const STATEMENTS: &[Statement] = &[
    LENGTH,
    BLOCKS,
    POSTINGS,
    counts::SUMS,
    counts::TOTALS,
    BEGIN,
    ADVANCE,
    PUT_BLOCKS,
    PUT_POSTINGS,
    counts::ADD_COUNTS,
    counts::ADD_DAYS,
    counts::ADD_MONTHS,
    counts::ADD_QUARTERS,
    LOCK,
    FORGET_BLOCKS,
    FORGET_POSTINGS,
    counts::FORGET_COUNTS,
    counts::FORGET_QUARTERS,
    counts::FORGET_DAYS,
    counts::FORGET_MONTHS,
];

#[derive(sqlx::FromRow)]
struct BlockRow {
    block: i64,
    parts: Vec<u8>,
}

#[derive(sqlx::FromRow)]
struct PostingRow {
    term: String,
    block: i64,
    places: Vec<u8>,
}

#[async_trait]
impl ReadAuditIndex for Scope {
    async fn length(&mut self) -> Result<u64> {
        self.sql(LENGTH).count().await
    }

    async fn blocks(&mut self, range: Range<u64>) -> Result<Vec<Block>> {
        let (from, until) = bounds(&range)?;
        let rows: Vec<BlockRow> = self.sql(BLOCKS).bind(from).bind(until).all().await?;
        let block = |row: BlockRow| {
            let number = number("audit_blocks.block", row.block)?;
            Ok(Block { number, parts: parts::from_bytes(&row.parts)? })
        };
        rows.into_iter().map(block).collect()
    }

    async fn postings(&mut self, terms: &[String], range: Range<u64>) -> Result<Vec<Posting>> {
        if terms.is_empty() {
            return Ok(Vec::new());
        }
        let (from, until) = bounds(&range)?;
        let terms = to_json(terms)?;
        let rows: Vec<PostingRow> = self.sql(POSTINGS).bind(terms).bind(from).bind(until).all().await?;
        let posting = |row: PostingRow| {
            let block = number("audit_postings.block", row.block)?;
            Ok(Posting { term: row.term, block, places: from_bytes(&row.places)? })
        };
        rows.into_iter().map(posting).collect()
    }

    async fn sums(&mut self, within: Range<DateTime<Utc>>) -> Result<Vec<(Dimension, String, u64)>> {
        counts::sums(self, within).await
    }

    async fn totals(&mut self, spans: &[Range<DateTime<Utc>>]) -> Result<Vec<u64>> {
        counts::totals(self, spans).await
    }
}

#[async_trait]
impl AuditIndex for Scope {
    async fn advance(&mut self, from: u64, step: &IndexStep) -> Result<bool> {
        self.sql(BEGIN).execute().await?;
        let (from, length) = (to_column(from, "/from")?, to_column(step.length, "/length")?);
        if self.sql(ADVANCE).bind(from).bind(length).execute().await? == 0 {
            return Ok(false);
        }
        self.sql(PUT_BLOCKS).bind(blocks(&step.blocks)?).execute().await?;
        self.sql(PUT_POSTINGS).bind(postings(&step.postings)?).execute().await?;
        counts::add(self, &step.counts, 1).await?;
        Ok(true)
    }

    async fn forget(&mut self, blocks: Range<u64>, counts: &[Count]) -> Result<()> {
        self.sql(LOCK).execute().await?;
        if !blocks.is_empty() {
            let (from, until) = bounds(&blocks)?;
            for statement in [FORGET_BLOCKS, FORGET_POSTINGS] {
                self.sql(statement).bind(from).bind(until).execute().await?;
            }
        }
        counts::forget(self, counts).await
    }
}

fn blocks(blocks: &[Block]) -> Result<String> {
    let rows = blocks.iter().map(|it| (it.number, hex(&parts::to_bytes(&it.parts))));
    to_json(&rows.collect::<Vec<_>>())
}

fn postings(postings: &[Posting]) -> Result<String> {
    let rows = postings.iter().map(|it| Ok((&it.term, it.block, hex(&to_bytes(&it.places)?))));
    to_json(&rows.collect::<Result<Vec<_>>>()?)
}

fn bounds(range: &Range<u64>) -> Result<(i64, i64)> {
    Ok((to_column(range.start, "/range/start")?, to_column(range.end, "/range/end")?))
}
