"""What pages print among the paragraphs of an article and what is not part of it.

Each pattern must account for a whole block: a sentence that merely begins like clutter stays.
"""

from __future__ import annotations

import re

from quotes.readers.blocks import Block, ends_sentence

_LONGEST = 300

_PATTERNS = (
    # boxes that point to other articles
    r"related(?: (?:articles?|stor(?:y|ies)|topics?|links?|content|coverage|news|posts?|reading))?"
    r"(?:\s*[:|].*)?",
    r"(?:read|see|watch|listen) (?:more|also|next|too|this)\s*[:|].*",
    r"(?:read|see|watch|listen)\s*[:|][^.“”\"]*",
    r"(?:read|see|watch) (?:more|also|next|the full (?:story|article|report))(?: here)?[.»>→…]*",
    r"also (?:read|on|in|see)\b.{0,40}[:|].*",
    r"more (?:interviews|reviews|reports?|features|opinion|analysis|reaction|stories|news|coverage|sport|from"
    r" [\w’'& ]{1,40})\s*[:|].*",
    r"more (?:on|from|in|about) (?:this (?:story|topic)(?:\s*[:|].*)?|[\w’'& ]{1,40}\s*[:|].*)",
    r"(?:more (?:stories|news|coverage)|don['’]t miss|(?:you (?:may|might) )?also like"
    r"|recommended(?: for you)?|most (?:read|popular|viewed)|trending(?: now)?"
    r"|editor['’]?s['’]? (?:picks?|choice)"
    r"|what to read next|up next)(?:\s*[:|].*)?",
    # newsletters, adverts, appeals
    r"(?:sign up|subscribe|register)\b(?: now| today| here)?"
    r"(?: (?:for|to)\b.{0,80}?(?:newsletter|e-?mails?|alerts?|briefing|podcast|channel|inbox|updates)\b"
    r".{0,120})?[.!]?",
    r"(?:get|receive|want)\b.{0,80}\b(?:in|to) your inbox\b.{0,60}",
    r"(?:advertise?ment|advert|sponsored(?: content)?|promoted(?: content)?|paid content|ad)[.:]?",
    r"(?:article|story|text|report)? ?continues (?:below|after)"
    r"(?: (?:the |this )?(?:ad\w*|promotion|video))?[.…]*",
    r"(?:skip|jump) (?:past|to) (?:the )?[\w ]{1,40}",
    r"(?:support (?:our|quality|independent) journalism|become a (?:member|subscriber|supporter)"
    r"|donate(?: now)?$)\b.{0,80}",
    r"support (?:our|your|local|quality|independent|free) (?:journalism|news(?:paper|room)?|reporting|work)"
    r"(?:[.!:]| with\b| by\b| today\b| now\b|$).{0,120}",
    r"[^“”\"]{0,160}\b(?:donate|subscribe|give|join us|sign up) (?:now |today |here )?(?:at|via):? (?:https?://)?"
    r"[\w-]+(?:\.[\w-]+)+(?:/\S*)?",
    r"[^“”\"]{0,80}\b(?:is|are) funded by (?:its|our|your|you, our) readers\b.{0,120}",
    r"(?:like|liked|enjoy|enjoyed|enjoying|love|loved) (?:this|what|our)\b[^.?!]{0,60}\?.{0,160}",
    r"(?:get|find|see|follow|read|catch(?: up (?:on|with))?) (?:all )?(?:the|our) latest\b[^.“”\"]{0,60}:.*",
    r"our standards?\s*:.*",
    r"(?:accept|manage|reject)(?: all)? cookies?",
    # press releases
    r"for immediate release|(?:strict )?embargo(?:ed)?(?: until)?\b.{0,60}|(?:press|media|news) release:?",
    r"(?:(?:media|press) )?(?:contacts?|enquiries|inquiries)\s*:.*(?:@|\d{3}).*",
    r"notes? (?:to|for) editors:?",
    # sharing
    r"(?=.*[a-z])(?:share|tweet|e-?mail|print|save|copy link|facebook|twitter|x|linkedin|whatsapp|telegram"
    r"|reddit|pinterest|instagram|bluesky|threads|messenger|link copied|comments?|[\s|•·,:/()\d])+[.!]?",
    r"share (?:this|on|via|with|the)\b(?: (?:article|story|post|page|news|facebook|twitter|x|e-?mail|whatsapp"
    r"|linkedin|friends|link|by|with|on|via|your|this|:))*[.!:]?",
    r"follow us on social media\b[^.“”\"]{0,60}[.!]?",
    r"(?:follow|like|find|join) (?:us|him|her|me|them|[A-Z][\w .’'-]{1,60}) (?:on|at) "
    r"(?:facebook|twitter|x|instagram|telegram|whatsapp|youtube|tiktok|linkedin|bluesky|mastodon|threads)\b.{0,80}",
    r"(?:leave|post|add|view|show|read) (?:a |all |the )?(?:\d+ )?comments?(?: \(?\d+\)?)?",
    r"\d+ (?:comments?|shares?|views?|likes?)",
    r"(?:\d+|one|two|three|four|five) ?-?min(?:ute)?s?(?: (?:read|to read|listen))?",
    r"(?:reading|read) time:? .{1,20}",
    r"(?:key events?|pinned|filters?(?: beta)?|show key events only)(?: \(\d+\))?",
    r"\(?(?:(?:last )?updated )?(?:\d+|an?|one) ?(?:h|hrs?|hours?|m|mins?|minutes?|days?) ago\)?",
    r"\(?(?:last )?updated(?: at)? \d{1,2}[.:]\d\d(?: ?[ap]\.?m\.?)?(?: [a-z]{2,4})?\)?",
    r"(?:listen to (?:this )?article|play (?:video|audio)|watch(?: live| now)?|live)",
    # rights and ends
    r"\(?with (?:additional )?(?:inputs?|reporting|material|files) (?:from|by)\b[^,.“”\"]{0,60}[.)]{0,2}",
    r"[^“”\"]{2,120} contributed (?:reporting(?: from [^,.]{2,40})?"
    r"|to (?:this|the) (?:report|story|article))\.?",
    r"this (?:article|story|post|piece|interview|live ?blog) (?:was|has been|is) (?:\w+ )?(?:amended|updated"
    r"|corrected|edited|translated|republished|published|condensed|supported by|part of)\b.{0,200}",
    r"(?:©|\(c\)|copyright(?: ©| \(c\)| \d{4})).{0,200}",
    r"(?:.{0,80}\b)?all rights reserved\b.{0,160}",
    r"[-–—*# ]*(?:ends?|-30-|###?)[-–—*# ]*",
    r"[-–—*#_=~•· ]{2,}",
    r"(?:tags?|topics?|filed under|categor(?:y|ies)|keywords?)\s*:.*",
    # pictures
    r"(?:(?:file |handout |press )?(?:photo(?:graph)?|picture|image|video|illustration|graphic|caption)s?"
    r"(?: (?:credit|caption|by|courtesy)(?: of)?)?|credit)\s*[:/].*",
    r"\(?(?:file )?(?:photo(?:graph)?|picture|image|illustration)s? (?:by|courtesy)(?: of)? .{1,80}",
    r".{0,250}[.!?”\"] ?\(?(?:file )?(?:photo(?:graph)?|picture|image|credit)s?"
    r"(?: (?:by|credit|courtesy of))?\s*[:/].{1,80}",
    r".{0,250}[.!?”\"] ?\((?:photo|image|picture|file photo)\b[^)]{0,80}\)\.?",
    r"(?:[A-Z][\w.’'-]+ ){0,4}[A-Z][\w.’'-]+ ?/ ?(?:AP|AFP|Reuters|Getty(?: Images)?|EPA|TASS|PA|Bloomberg"
    r"|Shutterstock|[A-Z]\w+ (?:Images|Photos?|Press|Agency|Media|News Agency))"
    r"(?: Images| Photo| via .{1,40})?",
    r"!\[.*",
)
# These look at capitals, by which a credit is told from a sentence.
_CREDITED = re.compile(
    r".{0,260}[.!?”’\"'] ?"
    r"(?:\((?:[Ss]upplied|[Ff]ile|[Hh]andout|[A-Z][\w.&’'-]*(?: [\w.&’'-]+){0,4}) ?[:/]"
    r" ?[A-Z][\w.’' &/-]{1,60}\)"
    r"|(?:Photo(?:graph)?|Picture|Portrait|Image|Illustration)s?(?: and video)? by [A-Z][\w.’'-]*"
    r"(?: (?:[A-Z][\w.’'-]*|for|of|de|van|and|/|via)){0,8})\.?"
)
_CLUTTER = re.compile("|".join(f"(?:{pattern})" for pattern in _PATTERNS), re.IGNORECASE)

_CREDIT = re.compile(
    r"/|\b(?:agency|reuters|afp|ap|epa|getty|tass|images?|photo\w*|pictures?|press|media|news|shutterstock"
    r"|flickr|unsplash|wikimedia|courtesy|handout|archive|provided|pool)\b",
    re.IGNORECASE,
)


def is_clutter(block: Block) -> bool:
    """Tell whether a block belongs to the page and not to the article."""
    text = " ".join(block.text.split())
    if len(text) > _LONGEST or block.level == 1:
        return False
    return bool(_CLUTTER.fullmatch(text) or _CREDITED.fullmatch(text)) or is_caption(block) or _is_link(block)


def is_caption(block: Block) -> bool:
    """Tell whether a block is a picture's caption: in italics below it, or with a credit in bold type."""
    if block.legend:
        return True
    if not block.credit or ends_sentence(block.credit):
        return False
    before = block.text.removesuffix(block.credit).rstrip()
    return before.endswith((".", "!", "?", "”", '"', ")", "|", "/")) and bool(_CREDIT.search(block.credit))


def _is_link(block: Block) -> bool:
    """Tell whether a block is a link to something else, and neither a byline nor an address."""
    if not block.linked or block.kind not in ("para", "item"):
        return False
    return not ends_sentence(block.text) and not re.match(r"(?i)by\s|https?:", block.text)
