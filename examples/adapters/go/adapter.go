// An adapter for dstack-conformance, with the standard library alone. It is right about the fields in `declared`.
// The next step is one more field, such as `nodes`: a reader and a default here, and its name in `declared`. `certify`
// then asks for that field too. A reader may as well call the program that you already have.
package main

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
)

type object = map[string]any

var declared = []string{"type", "spot_policy", "creation_policy"}

// A reader returns the value that an answer says, and whether the given value is right.
var fields = map[string]func(given any) (any, bool){
	"type":            oneOf("task"),
	"spot_policy":     oneOf("spot", "on-demand", "auto"),
	"creation_policy": oneOf("reuse", "reuse-or-create"),
	"commands":        func(given any) (any, bool) { return given, true }, // It is not declared, but always there.
}

func oneOf(words ...any) func(any) (any, bool) {
	return func(given any) (any, bool) { return given, slices.Contains(words, given) }
}

func normalize(config any) object {
	document, _ := config.(object)
	// The values of fields that are left out, or null: an answer must say them, too.
	task := object{"spot_policy": "on-demand", "creation_policy": "reuse-or-create"}
	for name, given := range document {
		read, isField := fields[name]
		if !isField {
			return rejected("/"+strings.NewReplacer("~", "~0", "/", "~1").Replace(name), "no such field")
		}
		if value, isRight := read(given); isRight {
			task[name] = value
		} else if given != nil || name == "type" {
			return rejected("/"+name, "a wrong value")
		}
	}
	if task["type"] == nil {
		return rejected("", "not a mapping with a type")
	}
	return object{"accepted": task}
}

func rejected(path, message string) object { // The path is a JSON Pointer. One violation is enough of several.
	return object{"rejected": []object{{"path": path, "message": message}}}
}

func main() {
	requests, answers := json.NewDecoder(os.Stdin), json.NewEncoder(os.Stdout)
	for request := (object{}); requests.Decode(&request) == nil && request["method"] != "shutdown"; request = (object{}) {
		answer := object{"jsonrpc": "2.0", "id": request["id"]}
		params, _ := request["params"].(object)
		config, isJSON := params["config"]
		switch {
		case request["method"] == "initialize":
			me := object{"name": "task-adapter", "version": "0.1", "language": "Go"}
			answer["result"] = object{"protocol": 1, "implementation": me, "inputs": []string{"json"}, "window": 64, "fields": declared}
		case request["method"] == "normalize" && isJSON:
			answer["result"] = normalize(config)
		case request["method"] == "normalize": // It has "yaml" instead, for who declares that input.
			answer["result"] = object{"unsupported": "no YAML is read"}
		default:
			answer["error"] = object{"code": -32601, "message": "unknown method"}
		}
		answers.Encode(answer) // Each line is written at once.
	}
}
