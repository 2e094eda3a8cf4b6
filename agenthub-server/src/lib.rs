//! AgentHub over HTTP.
