//! One route: what the router, the OpenAPI document and the tests know of it.

use agenthub_core::Permission;
use axum::handler::Handler;
use axum::routing::{MethodFilter, MethodRouter, on};
use http::{Method, StatusCode};
use utoipa::ToSchema;

use crate::app::App;
use crate::schema::Shape;

/// Who may use a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Everybody.
    Public,
    /// Whoever signed in as a person.
    Person,
    /// Whoever signed in as a superuser.
    Superuser,
    /// Whoever has this permission.
    Needs(Permission),
}

/// One route.
#[derive(Clone)]
pub struct Route {
    /// The method.
    pub method: Method,
    /// The path, with its parameters in braces.
    pub path: String,
    /// Who may use it.
    pub access: Access,
    /// What it does, in a sentence.
    pub summary: &'static str,
    /// Whether it calls agents: then its body may be larger, and it takes as long as the agent may take.
    pub is_call: bool,
    pub(crate) body: Option<Shape>,
    pub(crate) example: Option<&'static str>,
    pub(crate) is_form: bool,
    pub(crate) text: Option<(&'static str, &'static str)>,
    pub(crate) query: Option<Shape>,
    pub(crate) is_versioned: bool,
    pub(crate) answer: Answer,
    pub(crate) handler: MethodRouter<App>,
}

/// What a route answers when all is well.
#[derive(Clone, Copy)]
pub(crate) enum Answer {
    Nothing,
    One(StatusCode, Shape),
    List(Shape),
    Text(&'static str),
    File,
}

impl Answer {
    /// The schema of what is answered.
    pub(crate) fn shape(self) -> Option<Shape> {
        match self {
            Self::One(_, shape) | Self::List(shape) => Some(shape),
            Self::Nothing | Self::Text(_) | Self::File => None,
        }
    }
}

impl Route {
    /// `GET path`
    pub fn get<H: Handler<T, App>, T: 'static>(path: &'static str, handler: H) -> Self {
        Self::new(Method::GET, path, on(MethodFilter::GET, handler))
    }

    /// `POST path`
    pub fn post<H: Handler<T, App>, T: 'static>(path: &'static str, handler: H) -> Self {
        Self::new(Method::POST, path, on(MethodFilter::POST, handler))
    }

    /// `PUT path`
    pub fn put<H: Handler<T, App>, T: 'static>(path: &'static str, handler: H) -> Self {
        Self::new(Method::PUT, path, on(MethodFilter::PUT, handler))
    }

    /// `PATCH path`
    pub fn patch<H: Handler<T, App>, T: 'static>(path: &'static str, handler: H) -> Self {
        Self::new(Method::PATCH, path, on(MethodFilter::PATCH, handler))
    }

    /// `DELETE path`
    pub fn delete<H: Handler<T, App>, T: 'static>(path: &'static str, handler: H) -> Self {
        Self::new(Method::DELETE, path, on(MethodFilter::DELETE, handler))
    }

    fn new(method: Method, path: &'static str, handler: MethodRouter<App>) -> Self {
        Self {
            method,
            path: path.to_owned(),
            access: Access::Public,
            summary: "",
            is_call: false,
            body: None,
            example: None,
            is_form: false,
            text: None,
            query: None,
            is_versioned: false,
            answer: Answer::Nothing,
            handler,
        }
    }

    /// Says what it does.
    pub fn says(self, summary: &'static str) -> Self {
        Self { summary, ..self }
    }

    /// Is for whoever signed in as a person.
    pub fn for_persons(self) -> Self {
        Self { access: Access::Person, ..self }
    }

    /// Is for whoever signed in as a superuser.
    pub fn for_superusers(self) -> Self {
        Self { access: Access::Superuser, ..self }
    }

    /// Is for whoever has this permission.
    pub fn needs(self, permission: Permission) -> Self {
        Self { access: Access::Needs(permission), ..self }
    }

    /// The same route below another path.
    pub fn also_at(&self, usual: &str, other: &str) -> Option<Self> {
        let rest = self.path.strip_prefix(usual)?;
        Some(Self { path: format!("{other}{rest}"), ..self.clone() })
    }

    /// Whether it takes an `Idempotency-Key`: where it changes something for a caller.
    pub fn is_keyed(&self) -> bool {
        !self.method.is_safe() && self.access != Access::Public
    }

    /// Calls agents: takes a table as well, and answers piece by piece where that is wanted.
    pub fn calls(self) -> Self {
        Self { is_call: true, ..self }
    }

    /// Takes a JSON body.
    pub fn takes<T: ToSchema>(self) -> Self {
        Self { body: Some(Shape::of::<T>()), ..self }
    }

    /// Shows such a body, as JSON.
    pub fn such_as(self, example: &'static str) -> Self {
        Self { example: Some(example), ..self }
    }

    /// Takes the body as a form as well.
    pub fn takes_forms(self) -> Self {
        Self { is_form: true, ..self }
    }

    /// Takes a body of a media type, such as this one, as it is.
    pub fn takes_text(self, media_type: &'static str, example: &'static str) -> Self {
        Self { text: Some((media_type, example)), ..self }
    }

    /// Takes the fields of `T` as query parameters.
    pub fn filters<T: ToSchema>(self) -> Self {
        Self { query: Some(Shape::of::<T>()), ..self }
    }

    /// Answers with JSON, and a status of its own.
    pub fn answers<T: ToSchema>(self, status: StatusCode) -> Self {
        Self { answer: Answer::One(status, Shape::of::<T>()), ..self }
    }

    /// Answers with JSON.
    pub fn gives<T: ToSchema>(self) -> Self {
        self.answers::<T>(StatusCode::OK)
    }

    /// Answers with a part of a list; takes the parameters that say which part.
    pub fn lists<T: ToSchema>(self) -> Self {
        Self { answer: Answer::List(Shape::of::<T>()), ..self }
    }

    /// Answers with text of a media type.
    pub fn gives_text(self, media_type: &'static str) -> Self {
        Self { answer: Answer::Text(media_type), ..self }
    }

    /// Answers with a file, of which a part can be asked for.
    pub fn gives_file(self) -> Self {
        Self { answer: Answer::File, ..self }
    }

    /// Answers with an `ETag`; takes `If-Match` where it changes something.
    pub fn versioned(self) -> Self {
        Self { is_versioned: true, ..self }
    }
}

impl std::fmt::Debug for Route {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {} ({:?})", self.method, self.path, self.access)
    }
}
