#!/usr/bin/python3
"""What a screen reader gets of the atlas in Firefox, by AT-SPI, in the order in which it is read.

Run by tools/read_aloud, which starts display, bus, site and browser. Prints each step; ends with 1 where one is lacking.
"""
import sys
import time
import warnings

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

PATIENCE_S = 90
RETURN = 0xFF0D  # of X
warnings.simplefilter("ignore", DeprecationWarning)
TITLE = "Pôles de compétitivité"


def below(node, depth=0):
    """The node and everything under it, in document order, as it is now and not as it was when last asked."""
    node.clear_cache()
    yield node
    if depth > 40:
        return
    try:
        count = node.get_child_count()
    except Exception:  # it went away meanwhile
        return
    for i in range(count):
        child = node.get_child_at_index(i)
        if child is not None:
            yield from below(child, depth + 1)


def first(role, accepts):
    """The first node of that role in Firefox that is accepted, once there is one."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        desktop = Atspi.get_desktop(0)
        for app in (desktop.get_child_at_index(i) for i in range(desktop.get_child_count())):
            if app is None or "firefox" not in (app.get_name() or "").lower():
                continue
            for node in below(app):
                try:
                    if node.get_role_name() in role and accepts(node):
                        return node
                except Exception:  # it went away meanwhile
                    continue
        time.sleep(0.5)
    sys.exit(f"read_aloud: no {' or '.join(role)} within {PATIENCE_S} s")


def words(node):
    """What is said of the node: the texts under it, or its name where there are none."""
    texts = []
    for each in below(node):
        text = each.get_text_iface()
        if text is not None:
            texts.append(Atspi.Text.get_text(text, 0, -1).replace("\ufffc", " "))
    return " ".join(" ".join(texts).split()) or node.get_name() or ""


def value(node):
    """A slider's value in words, else its number."""
    attributes = node.get_attributes() or {}
    return attributes.get("valuetext") or str(Atspi.Value.get_current_value(node.get_value_iface()))


def step(what, said):
    print(f"{what}: {said}", flush=True)


title = first(["heading"], lambda node: TITLE in (node.get_name() or ""))
step("title", title.get_name())
summary = first(["heading", "static", "paragraph", "text", "label", "section"], lambda node: "53" in words(node) and "pôles" in words(node) and len(words(node)) < 60)
step("summary", words(summary))
row = first(["table row"], lambda node: "Aerospace Valley" in words(node))
step("row", words(row))
for wanted in ["Aérospatial", "Toulouse", "Occitanie", "2005"]:
    if wanted not in words(row):
        sys.exit(f"read_aloud: the row does not say {wanted}")
slider = first(["slider"], lambda node: "2026" in value(node))
step("slider", f"{slider.get_name()}, {value(slider)}")
button = first(["push button", "button"], lambda node: node.get_name() == "Aide")
button.get_component_iface().grab_focus()
time.sleep(1)
Atspi.generate_keyboard_event(RETURN, None, Atspi.KeySynthType.SYM)
dialog = first(["dialog"], lambda node: "Aide" in (node.get_name() or ""))
heading = next(node for node in below(dialog) if node.get_role_name() == "heading")
step("dialog", f"{dialog.get_name()}: {words(heading)}; {words(dialog)[:160]}…")
print("read_aloud: title, summary, row, slider and dialog were read in this order")
