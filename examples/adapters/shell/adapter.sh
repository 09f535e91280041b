#!/usr/bin/env bash
# An adapter for dstack-conformance, with bash and jq 1.6 or later. It is right about the fields in `declared`.
# The next step is one more field, such as `nodes`: a reader and a default here, and its name in `declared`. `certify`
# then asks for that field too.

# One jq answers all lines, and writes each at once.
exec jq --unbuffered -c '
  def declared: ["type", "spot_policy", "creation_policy"];

  # Takes the value that a field is given. Returns what an answer says of it, or fails if the value is refused.
  def read($name):
    def one_of($words): if IN($words[]) then . else error("not one of the words") end;
    if $name == "type" then one_of(["task"])
    elif $name == "spot_policy" then one_of([null, "spot", "on-demand", "auto"]) // "on-demand"
    elif $name == "creation_policy" then one_of([null, "reuse", "reuse-or-create"]) // "reuse-or-create"
    elif $name == "commands" then . # It is not declared, but always there.
    else error("no such field") end;

  # The path is a JSON Pointer. One violation is enough of several.
  def rejected($path; $message): {rejected: [{path: $path, message: $message}]};

  def normalize:
    if type != "object" or (has("type") | not) then rejected(""; "not a mapping with a type")
    else
      # The values of fields that are left out: an answer must say them, too.
      {accepted: {spot_policy: "on-demand", creation_policy: "reuse-or-create"}} as $defaults
      | reduce to_entries[] as {$key, $value} ($defaults;
          if has("rejected") then .
          else
            . as $answer
            | try ($answer | .accepted[$key] = ($value | read($key)))
              catch rejected("/" + ($key | gsub("~"; "~0") | gsub("/"; "~1")); .)
          end)
    end;

  def answer:
    if .method == "initialize" then
      {name: "task-adapter", version: "0.1", language: "Shell"} as $me
      | {result: {protocol: 1, implementation: $me, inputs: ["json"], window: 64, fields: declared}}
    elif .method == "normalize" then
      # It has "yaml" instead of "config", for who declares that input.
      .params | {result: (if has("config") then .config | normalize else {unsupported: "no YAML is read"} end)}
    else {error: {code: -32601, message: "unknown method"}} end;

  if .method == "shutdown" then halt else {jsonrpc: "2.0", id} + answer end'
