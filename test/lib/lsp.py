"""A client for a language server, as small as our tests need.

    with start(folder) as server:
        file = server.open(path)            # didOpen; the text is the file's
        found = file.findings()             # of the newest version
        file.replace("old text", "new text")
        action = file.actions(found[0])[0]
        file.apply(action)

Positions are those of the protocol: lines from 0, and characters in UTF-16
units, which for the ASCII that the tests write are bytes.
"""

import json
import os
import pathlib
import queue
import shlex
import subprocess
import threading
import time
import urllib.parse

# A machine that runs other tests too may be slow; a hang is a failure.
TIMEOUT = 120


class ServerDied(Exception):
    pass


def start(folder, *options, environment=None):
    """The server under test, as lit tells it: a command in $LANGUAGE_SERVER."""
    command = shlex.split(os.environ["LANGUAGE_SERVER"])
    return Server(command + list(options), folder, environment)


class Server:
    """A running server. `command` is a list, `environment` is added to ours."""

    def __init__(self, command, root, environment=None, log=None):
        self.root = os.path.realpath(root)
        self.log = log or os.path.join(self.root, "server.log")
        self._stderr = open(self.log, "ab")
        # A machine's own configuration is none of the tests' business. To index
        # the standard library would take most of their time.
        os.makedirs(os.path.join(self.root, "clangd"), exist_ok=True)
        with open(os.path.join(self.root, "clangd", "config.yaml"), "w") as file:
            file.write("Index: {StandardLibrary: No, Background: Skip}\n")
        hermetic = {"XDG_CONFIG_HOME": self.root, "XDG_CACHE_HOME": self.root}
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=self._stderr, cwd=self.root,
            env={**os.environ, **hermetic, **(environment or {})})
        self.files = {}
        self._next = 0
        self._messages = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()
        self.capabilities = self.request("initialize", {
            "processId": os.getpid(),
            "rootUri": pathlib.Path(self.root).as_uri(),
            "capabilities": {"textDocument": {
                "publishDiagnostics": {
                    "relatedInformation": True, "versionSupport": True,
                    "codeDescriptionSupport": True},
                "codeAction": {"codeActionLiteralSupport": {
                    "codeActionKind": {"valueSet": ["quickfix"]}}},
            }, "workspace": {"workspaceEdit": {"documentChanges": True}}},
        })["capabilities"]
        self.notify("initialized", {})

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        if kind is None:
            self.stop()
        else:
            self.process.kill()
        self._stderr.close()

    def stop(self):
        """Shuts the server down; anything but a clean end is an error."""
        self.request("shutdown", None)
        self.notify("exit", None)
        self.process.stdin.close()
        if self.process.wait(timeout=TIMEOUT) != 0:
            raise ServerDied(self._epitaph())

    def open(self, path, text=None):
        path = os.path.realpath(path)
        if text is None:
            with open(path, encoding="utf-8", newline="") as file:
                text = file.read()
        file = File(self, path, text)
        self.files[file.uri] = file
        self.notify("textDocument/didOpen", {"textDocument": {
            "uri": file.uri, "languageId": "cpp", "version": 0, "text": text}})
        return file

    def request(self, method, params):
        self._next += 1
        number = self._next
        self._send({"id": number, "method": method, "params": params})
        answer = self.wait(lambda m: m.get("id") == number and "method" not in m)
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']}")
        return answer["result"]

    def notify(self, method, params):
        self._send({"method": method, "params": params})

    def wait(self, wanted, timeout=TIMEOUT):
        """The next message that is `wanted`; others are taken note of."""
        deadline = time.monotonic() + timeout
        while True:
            try:
                message = self._messages.get(
                    timeout=max(0, deadline - time.monotonic()))
            except queue.Empty:
                raise TimeoutError(self._epitaph()) from None
            if message is None:
                raise ServerDied(self._epitaph())
            self._note(message)
            if wanted(message):
                return message

    def _note(self, message):
        if message.get("method") == "textDocument/publishDiagnostics":
            params = message["params"]
            file = self.files.get(params["uri"])
            if file:
                file.published(params)
        elif "method" in message and "id" in message:
            # A question to the editor: no.
            self._send({"id": message["id"], "result": None})

    def _send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        try:
            self.process.stdin.write(
                b"Content-Length: %d\r\n\r\n" % len(body) + body)
            self.process.stdin.flush()
        except BrokenPipeError:
            raise ServerDied(self._epitaph()) from None

    def _read(self):
        stream = self.process.stdout
        while True:
            length = None
            while True:
                line = stream.readline()
                if not line:
                    self._messages.put(None)
                    return
                name, _, value = line.decode().strip().partition(":")
                if not name:
                    break
                if name.lower() == "content-length":
                    length = int(value)
            self._messages.put(json.loads(stream.read(length)))

    def _epitaph(self):
        with open(self.log, errors="replace") as log:
            tail = log.readlines()[-40:]
        return (f"the server said no more (exit status {self.process.poll()})\n"
                + "".join(tail))


class File:
    """An open file. What it holds is what the server was told."""

    def __init__(self, server, path, text):
        self.server, self.path, self.text = server, path, text
        self.uri = pathlib.Path(path).as_uri()
        self.version = 0
        self._texts = {0: text}
        # The version that was last heard of, and what was said of it.
        self._heard, self._said = None, None

    def published(self, params):
        self._heard, self._said = params.get("version"), params["diagnostics"]

    def set(self, text):
        """Replaces the whole text."""
        self.text = text
        self.version += 1
        self._texts[self.version] = text
        self.server.notify("textDocument/didChange", {
            "textDocument": {"uri": self.uri, "version": self.version},
            "contentChanges": [{"text": text}]})

    def replace(self, old, new):
        """Replaces the one place where `old` stands."""
        if self.text.count(old) != 1:
            raise ValueError(f"{self.text.count(old)} times in the text: {old!r}")
        self.set(self.text.replace(old, new))

    def diagnostics(self, timeout=TIMEOUT):
        """What is published for the newest version. A server that was asked for
        the same text before says nothing again."""

        def is_told(_=None):
            return self._texts.get(self._heard) == self.text

        if not is_told():
            self.server.wait(is_told, timeout)
        return self._said

    def findings(self, name="ownership-shared-ptr-cycle"):
        """What our check said. A compiler plugin's warnings have no code."""
        return [d for d in self.diagnostics()
                if d.get("code") == name or f"[{name}]" in d["message"]]

    def actions(self, diagnostic):
        """The quick fixes that are offered for it."""
        answer = self.server.request("textDocument/codeAction", {
            "textDocument": {"uri": self.uri}, "range": diagnostic["range"],
            "context": {"diagnostics": [diagnostic], "only": ["quickfix"]}})
        return [a for a in answer or [] if a.get("kind") == "quickfix"]

    def apply(self, action):
        """Carries out a quick fix, as an editor would."""
        edits = edits_of(action)
        if set(edits) != {self.uri}:
            raise ValueError(f"a quick fix for other files: {sorted(edits)}")
        self.set(edited(self.text, edits[self.uri]))

    def close(self):
        self.server.notify("textDocument/didClose",
                           {"textDocument": {"uri": self.uri}})
        del self.server.files[self.uri]


def edits_of(action):
    """By URI."""
    edit = action["edit"]
    result = dict(edit.get("changes") or {})
    for change in edit.get("documentChanges") or []:
        result.setdefault(change["textDocument"]["uri"], []).extend(
            change["edits"])
    return result


def edited(text, edits):
    """`text` after `edits`, which do not overlap."""
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))

    def offset(position):
        return starts[position["line"]] + position["character"]

    for edit in sorted(edits, key=lambda e: offset(e["range"]["start"]),
                       reverse=True):
        begin, end = (offset(edit["range"][at]) for at in ("start", "end"))
        text = text[:begin] + edit["newText"] + text[end:]
    return text


def in_words(path, diagnostic):
    """A diagnostic on lines of their own, as a compiler would print it."""

    def place(name, at):
        start = at["start"]
        return f"{name}:{start['line'] + 1}:{start['character'] + 1}"

    lines = [f"{place(os.path.basename(path), diagnostic['range'])}: "
             f"{diagnostic['message']} [{diagnostic.get('code', '')}]"]
    for related in diagnostic.get("relatedInformation") or []:
        uri = urllib.parse.unquote(related["location"]["uri"])
        lines.append(f"  {place(os.path.basename(uri), related['location']['range'])}: "
                     f"{related['message']}")
    return "\n".join(lines)
