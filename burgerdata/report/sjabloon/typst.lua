-- Typst refuses a picture without a text for who cannot see it, and the writer drops that text: write the call ourselves.
local function quoted(text)
  return '"' .. text:gsub('\\', '\\\\'):gsub('"', '\\"') .. '"'
end

function Image(image)
  local alt = pandoc.utils.stringify(image.caption)
  return pandoc.RawInline('typst', 'image(' .. quoted(image.src) .. ', alt: ' .. quoted(alt) .. ', width: 100%)')
end

function Figure(figure)
  local image = figure.content[1].content[1]
  if image.t ~= 'RawInline' then return nil end
  return pandoc.RawBlock('typst', '#figure(' .. image.text .. ')')
end

-- A paragraph with a style of its own becomes a call of the function of that name in the template.
function Div(div)
  local style = div.attributes['custom-style']
  if not style then return nil end
  local name = style:lower():gsub(' ', '_')
  local blocks = pandoc.List({pandoc.RawBlock('typst', '#' .. name .. '[')})
  blocks:extend(div.content)
  blocks:insert(pandoc.RawBlock('typst', ']'))
  return blocks
end
