//! An adapter for dstack-conformance, with `serde_json` alone. It is right about the fields in `DECLARED`.
//! The next step is one more field, such as `nodes`: a reader and a default here, and its name in `DECLARED`.
//! `certify` then asks for that field too. A reader may as well call the program that you already have.

use serde_json::{json, Value};
use std::io::{stdin, BufRead};

const DECLARED: [&str; 3] = ["type", "spot_policy", "creation_policy"];

/// Returns what an answer says of a field, or why the given value is refused.
fn read(name: &str, given: &Value) -> Result<Value, &'static str> {
    match (name, given) {
        ("type", _) => one_of(&["task"], given),
        ("spot_policy", Value::Null) => Ok(json!("on-demand")),
        ("spot_policy", _) => one_of(&["spot", "on-demand", "auto"], given),
        ("creation_policy", Value::Null) => Ok(json!("reuse-or-create")),
        ("creation_policy", _) => one_of(&["reuse", "reuse-or-create"], given),
        ("commands", _) => Ok(given.clone()), // It is not declared, but always there.
        _ => Err("no such field"),
    }
}

fn one_of(words: &[&str], given: &Value) -> Result<Value, &'static str> {
    match given.as_str() {
        Some(text) if words.contains(&text) => Ok(given.clone()),
        _ => Err("not one of the words"),
    }
}

fn normalize(config: &Value) -> Value {
    let Some(document) = config.as_object().filter(|document| document.contains_key("type")) else {
        return rejected("", "not a mapping with a type");
    };
    // The values of fields that are left out: an answer must say them, too.
    let mut task = json!({"spot_policy": "on-demand", "creation_policy": "reuse-or-create"});
    for (name, given) in document {
        match read(name, given) {
            Ok(value) => task[name] = value,
            Err(why) => return rejected(&format!("/{}", name.replace('~', "~0").replace('/', "~1")), why),
        }
    }
    json!({ "accepted": task })
}

/// The path is a JSON Pointer. One violation is enough of several.
fn rejected(path: &str, message: &str) -> Value {
    json!({"rejected": [{"path": path, "message": message}]})
}

fn answer(request: &Value) -> Value {
    let (id, params) = (&request["id"], &request["params"]);
    let result = match request["method"].as_str() {
        Some("initialize") => {
            let me = json!({"name": "task-adapter", "version": "0.1", "language": "Rust"});
            json!({"protocol": 1, "implementation": me, "inputs": ["json"], "window": 64, "fields": DECLARED})
        }
        Some("normalize") => match params.get("config") {
            Some(config) => normalize(config),
            None => json!({"unsupported": "no YAML is read"}), // It has "yaml" instead, for who declares that input.
        },
        _ => return json!({"jsonrpc": "2.0", "id": id, "error": {"code": -32601, "message": "unknown method"}}),
    };
    json!({"jsonrpc": "2.0", "id": id, "result": result})
}

fn main() {
    for line in stdin().lock().lines() {
        let request: Value = serde_json::from_str(&line.unwrap()).unwrap();
        if request["method"] == "shutdown" {
            break;
        }
        println!("{}", answer(&request)); // Standard output is flushed at the end of each line.
    }
}
