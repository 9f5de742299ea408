-- Sends what the lines of a file say in turn: a path, or for POST a path, a space and a body in which %d becomes a number.
-- Arguments: the file, and what makes the keys of this run its own. Its last line: requests,
-- microseconds, answers that are errors, connections that failed, late answers, p50, p99.
local lines, sent, salt = {}, 0, ""

function init(args)
  salt = args[2]
  for line in io.lines(args[1]) do
    local path, body = line:match("^(%S+) (.*)$")
    lines[#lines + 1] = body and { path, body } or wrk.format("GET", line)
  end
  wrk.headers["Content-Type"] = "application/json"
end

function request()
  sent = sent + 1
  local line = lines[(sent - 1) % #lines + 1]
  if type(line) == "string" then return line end
  wrk.headers["Idempotency-Key"] = salt .. "-" .. sent
  return wrk.format("POST", line[1], nil, line[2]:format(sent))
end

function done(summary, latency)
  local errors = summary.errors
  print(string.format("%d %d %d %d %d %d %d", summary.requests, summary.duration, errors.status,
    errors.connect + errors.read + errors.write, errors.timeout, latency:percentile(50), latency:percentile(99)))
end
