-- A filter for Pandoc that marks links to other notes and the ids of headings with noncharacters of Unicode, as
-- src/corpus/import/org-links.ts reads them, and takes out what only Emacs makes something of.
local LINK, WORDS, END, HEADING = '\u{FDD0}', '\u{FDD1}', '\u{FDD2}', '\u{FDD3}'

local function raw(text)
  return pandoc.RawInline('markdown', text)
end

local function leads_to_note(target)
  if target:match('^id:') or target:match('^roam:') then return true end
  -- The address of a site may end so as well.
  return not target:match('^%a[%w+.-]*:') and (target:match('%.org$') or target:match('%.org::'))
end

local function has(span, class)
  for _, each in ipairs(span.classes) do
    if each == class then return true end
  end
  return false
end

return {
  {
    Link = function(link)
      if not leads_to_note(link.target) then return nil end
      local inlines = pandoc.List({ raw(LINK .. link.target .. WORDS) })
      inlines:extend(link.content)
      inlines:insert(raw(END))
      return inlines
    end,
    Span = function(span)
      -- Tags of headings are topics of the note.
      if has(span, 'tag') then return {} end
      if has(span, 'todo') or has(span, 'done') then return span.content end
    end,
    Header = function(header)
      local ids = { header.attributes['id'], header.attributes['ID'], header.attributes['custom_id'], header.identifier }
      -- Tags, which are gone by now, stood after a space.
      local last = header.content[#header.content]
      if last and last.t == 'Space' then header.content:remove() end
      for _, id in pairs(ids) do
        if id and id ~= '' then header.content:insert(raw(HEADING .. id .. END)) end
      end
      header.attr = pandoc.Attr()
      return header
    end,
    Image = function(image)
      image.title = image.title:match('^fig:') and image.title:sub(1, 4) or ''
      image.attr = pandoc.Attr()
      return image
    end,
    Code = function(code)
      return pandoc.Code(code.text)
    end,
    CodeBlock = function(block)
      return pandoc.CodeBlock(block.text, pandoc.Attr('', { block.classes[1] }))
    end,
    RawBlock = function(block)
      if block.format == 'org' then return {} end
    end,
  },
}
