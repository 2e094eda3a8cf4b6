//! The OpenAPI 3.1 document, made of the table of routes.

use http::Method;
use serde_json::{Map, Value, json};

use crate::paging::PagingParameters;
use crate::problem::Problem;
use crate::routes::{Access, Answer, Route, routes};
use crate::schema::Shape;

/// The document as JSON.
pub fn json() -> String {
    document(&routes()).to_string()
}

fn document(routes: &[Route]) -> Value {
    let mut paths = Map::new();
    let mut schemas = Shape::of::<Problem>().schemas();
    for route in routes {
        let path = paths.entry(&route.path).or_insert_with(|| json!({}));
        path[route.method.as_str().to_lowercase()] = operation(route);
        let shapes = [route.body, route.answer.shape()];
        shapes.into_iter().flatten().for_each(|shape| schemas.extend(shape.schemas()));
    }
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "AgentHub",
            "description": env!("CARGO_PKG_DESCRIPTION"),
            "version": env!("CARGO_PKG_VERSION"),
            "license": { "name": env!("CARGO_PKG_LICENSE") },
        },
        "paths": paths,
        "components": {
            "schemas": schemas,
            "responses": { "Problem": {
                "description": "What went wrong",
                "content": { "application/problem+json": { "schema": Shape::of::<Problem>().reference() } },
            } },
            "securitySchemes": {
                "bearer": { "type": "http", "scheme": "bearer", "bearerFormat": "JWT" },
                "apiKey": { "type": "apiKey", "in": "header", "name": "X-API-Key" },
            },
        },
    })
}

fn operation(route: &Route) -> Value {
    let mut operation = json!({
        "operationId": operation_id(route),
        "summary": route.summary,
        "tags": [tag(&route.path)],
        "parameters": parameters(route),
        "responses": responses(route),
        "security": security(route.access),
    });
    match route.access {
        Access::Needs(permission) => {
            operation["description"] = json!(format!("Needs the permission `{permission}`."));
        }
        Access::Superuser => operation["description"] = json!("Needs a superuser."),
        Access::Public | Access::Person => {}
    }
    if let Some(body) = route.body {
        operation["requestBody"] = json!({ "required": true, "content": request_content(route, body) });
    }
    if let Some((media_type, example)) = route.text {
        let content = json!({ media_type: { "schema": { "type": "string" }, "example": example } });
        operation["requestBody"] = json!({ "required": true, "content": content });
    }
    operation
}

fn request_content(route: &Route, body: Shape) -> Value {
    let mut content = json!({ "application/json": { "schema": body.reference() } });
    if let Some(example) = route.example.and_then(|text| serde_json::from_str::<Value>(text).ok()) {
        content["application/json"]["example"] = example;
    }
    if route.is_form {
        content["application/x-www-form-urlencoded"] = json!({ "schema": body.reference() });
    }
    if route.is_call {
        let description = "A table; what is to be done with it stands in the query";
        content["text/csv"] = json!({ "schema": { "type": "string", "description": description } });
    }
    content
}

/// `POST /api/v1/agents/{id}/invoke` is `post_agents_by_id_invoke`.
fn operation_id(route: &Route) -> String {
    let path = route.path.trim_start_matches("/api/v1").trim_start_matches('/');
    let path = path.replace('{', "by_").replace('}', "").replace(['/', '-', '.'], "_");
    format!("{}_{path}", route.method.as_str().to_lowercase())
}

/// The noun that the path begins with.
fn tag(path: &str) -> &str {
    match path.strip_prefix("/api/v1/") {
        Some(rest) => rest.split('/').next().unwrap_or(rest),
        None => "server",
    }
}

fn parameters(route: &Route) -> Vec<Value> {
    let in_path =
        route.path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}')).map(|name| {
            let schema = match name {
                "id" | "user_id" => json!({ "type": "string", "format": "uuid" }),
                "number" => json!({ "type": "integer", "minimum": 1 }),
                _ => json!({ "type": "string" }),
            };
            json!({ "name": name, "in": "path", "required": true, "schema": schema })
        });
    let mut all: Vec<_> = in_path.collect();
    let paging = matches!(route.answer, Answer::List(_)).then(Shape::of::<PagingParameters>);
    for shape in [route.query, paging].into_iter().flatten() {
        all.extend(shape.fields().into_iter().map(|(name, mut schema)| {
            let description = schema.as_object_mut().and_then(|schema| schema.remove("description"));
            json!({ "name": name, "in": "query", "description": description.unwrap_or_default(), "schema": schema })
        }));
    }
    if route.is_versioned && route.method != Method::GET {
        let description = "The version that the change is meant for: the `ETag` of an earlier answer, or `*`";
        all.push(json!({ "name": "If-Match", "in": "header", "description": description, "schema": { "type": "string" } }));
    }
    if matches!(route.answer, Answer::File) {
        let description = "The part that is wanted, such as `bytes=0-1023`";
        all.push(json!({ "name": "Range", "in": "header", "description": description, "schema": { "type": "string" } }));
    }
    if route.is_keyed() {
        let description =
            "Your own name for this request: sent again, it is answered again, and not done again";
        let schema = json!({ "type": "string", "minLength": 8, "maxLength": 255, "pattern": "^[!-~]+$" });
        all.push(json!({ "name": "Idempotency-Key", "in": "header", "description": description, "schema": schema }));
    }
    all
}

fn responses(route: &Route) -> Value {
    let mut headers = json!({ "X-Request-ID": text_header("The id of the request") });
    if route.is_versioned && !matches!(route.answer, Answer::Nothing) {
        headers["ETag"] = text_header("The version");
    }
    if route.is_keyed() {
        headers["Idempotency-Replayed"] =
            text_header("`true` where this is the answer to an earlier request");
    }
    let (status, content) = match route.answer {
        Answer::Nothing => (204, Value::Null),
        Answer::One(status, shape) => {
            (status.as_u16(), json!({ "application/json": { "schema": shape.reference() } }))
        }
        Answer::List(shape) => {
            headers["Link"] = text_header("Where the next part begins: `<…>; rel=\"next\"`");
            headers["X-Total-Count"] = text_header("How many items there are, where `count=true` asked");
            let schema = json!({ "type": "array", "items": shape.reference() });
            (200, json!({ "application/json": { "schema": schema } }))
        }
        Answer::Text(media_type) => (200, json!({ media_type: { "schema": { "type": "string" } } })),
        Answer::File => {
            headers["ETag"] = text_header("The file's hash");
            headers["Accept-Ranges"] = text_header("`bytes`");
            (
                200,
                json!({ "application/octet-stream": { "schema": { "type": "string", "format": "binary" } } }),
            )
        }
    };
    let mut good = json!({ "description": "It was done", "headers": headers });
    if !content.is_null() {
        good["content"] = content;
    }
    if route.is_call {
        let description = "`delta` events with pieces of the answer, then an `answer` or an `error` event";
        good["content"]["text/event-stream"] =
            json!({ "schema": { "type": "string", "description": description } });
    }
    if matches!(route.answer, Answer::File) {
        let part = json!({ "description": "The part that `Range` asked for", "headers": good["headers"].clone(), "content": good["content"].clone() });
        return json!({ "200": good, "206": part, "default": { "$ref": "#/components/responses/Problem" } });
    }
    json!({ status.to_string(): good, "default": { "$ref": "#/components/responses/Problem" } })
}

fn text_header(description: &str) -> Value {
    json!({ "description": description, "schema": { "type": "string" } })
}

fn security(access: Access) -> Value {
    match access {
        Access::Public => json!([]),
        Access::Person | Access::Superuser => json!([{ "bearer": [] }]),
        Access::Needs(_) => json!([{ "bearer": [] }, { "apiKey": [] }]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_types_share_a_name() {
        let mut known = Map::new();
        for route in routes() {
            for shape in [route.body, route.answer.shape()].into_iter().flatten() {
                for (name, schema) in shape.schemas() {
                    let first = known.entry(&name).or_insert_with(|| schema.clone());
                    assert_eq!(*first, schema, "{name} in {route:?}");
                }
            }
        }
    }
}
