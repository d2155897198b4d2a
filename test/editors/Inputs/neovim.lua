-- What a person does in Neovim, by the interfaces that the keys call. Every wait
-- is for an event; the time is for machines that do other things too.
local MILLISECONDS = 120000

local function say(...)
  io.stdout:write(table.concat({ ... }, ' '), '\n')
end

local function wait(what, condition)
  if not vim.wait(MILLISECONDS, condition, 20) then
    say('nothing happened: ' .. what)
    vim.cmd('cquit!')
  end
end

local function findings()
  return vim.tbl_filter(function(diagnostic)
    return diagnostic.message:find('keeps its own owner alive', 1, true)
  end, vim.diagnostic.get(0))
end

wait('a finding', function() return #findings() > 0 end)
local finding = findings()[1]
vim.api.nvim_win_set_cursor(0, { finding.lnum + 1, finding.col })
say('at line', tostring(finding.lnum + 1))

local float = vim.diagnostic.open_float({ scope = 'line' })
for _, line in ipairs(vim.api.nvim_buf_get_lines(float, 0, -1, false)) do
  say('float:', line)
end

vim.ui.select = function(items, options, choose)
  for _, item in ipairs(items) do
    local title = options.format_item(item)
    if title:find('keeps its own owner alive', 1, true) then
      say('action:', title)
      return choose(item)
    end
  end
  say('no such action among', vim.inspect(items))
  vim.cmd('cquit!')
end
vim.lsp.buf.code_action()
wait('the edit', function() return vim.bo.modified end)
wait('the end of the finding', function() return #findings() == 0 end)
say('findings:', tostring(#findings()))
vim.cmd('write')
vim.cmd('qall!')
