//! Runs AI agents as governed services: who asks, what is allowed, which agent is best, what it costs, what happened.
