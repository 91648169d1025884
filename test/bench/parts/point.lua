-- What is said of one commons, another one in every request. The argument is how many there are.
local before = "query=PREFIX+schema%3A+%3Chttp%3A%2F%2Fschema.org%2F%3E%0ASELECT+%3Fp+%3Fo+%7B+%3Chttps%3A%2F%2Fcommons.example%2Fid%2Fcommons-"
local after = "%3E+%3Fp+%3Fo+%7D"
local headers = {
  ["Accept"] = "application/sparql-results+json",
  ["Content-Type"] = "application/x-www-form-urlencoded",
}
local threads = 0
local commons

function setup(thread)
  thread:set("seed", threads)
  threads = threads + 1
end

function init(args)
  commons = tonumber(args[1])
  math.randomseed(seed)
end

function request()
  return wrk.format("POST", nil, headers, before .. math.random(0, commons - 1) .. after)
end
