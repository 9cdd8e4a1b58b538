"""Every action of the reader, once: its name, keys, where it works, what it is called and what it does.

The bindings of all screens, the check of a user's keymap, the help screen, the command palette and
`docs/keys.md` are made from this table; an action that is not here does not exist.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from tui.language import pick

if TYPE_CHECKING:
    from textual.binding import BindingType


class Scope(StrEnum):
    """A place where keys mean something; each is one screen or one box of the reader."""

    READER = "reader"  # the panes
    FILTER = "filter"  # the box for the filter, while it is typed in
    LIST = "list"  # a screen that is read: help, a person's page, the original text, the notes
    NOTES = "notes"  # the notes of an article
    NOTE = "note"  # writing a note
    TAGS = "tags"  # choosing a tag
    EXPORT = "export"  # choosing what and where to export


class Group(StrEnum):
    """Headings of the help screen, in its order."""

    MOVE = "Move"
    FIND = "Find"
    READ = "Read"
    KEEP = "Tag, mark and note"
    OUT = "Take out"
    PROGRAM = "The program"
    WRITE = "While writing"


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that a person can do. ``id`` is its name in `config.toml`, ``keys`` are those it has by default.

    ``hint`` puts it in the line of keys at the foot; a short word for it, or empty to leave it out. ``palette`` is
    false for what makes no sense when chosen from a list (moving, closing). What ``writes`` needs an archive that
    may be written.
    """

    id: str
    keys: tuple[str, ...]
    group: Group
    english: str
    vietnamese: str
    help_english: str
    help_vietnamese: str
    scopes: tuple[Scope, ...] = (Scope.READER,)
    hint: str = ""
    palette: bool = True
    writes: bool = False

    @property
    def label(self) -> str:
        """What it is called, in the language of the reader."""
        return pick(self.english, self.vietnamese)

    @property
    def help(self) -> str:
        """One sentence on what it does, in the language of the reader."""
        return pick(self.help_english, self.help_vietnamese)


_LISTS: Final = (Scope.READER, Scope.LIST, Scope.NOTES)

ACTIONS: Final[tuple[Action, ...]] = (
    # --- move ---------------------------------------------------------------------------------------------------
    Action(
        "move-down", ("j", "down"), Group.MOVE, "Down", "Xuống",
        "One row or line down; while selecting, the selection ends there.",
        "Xuống một dòng; khi đang chọn đoạn thì kéo dài phần chọn.",
        _LISTS, palette=False,
    ),
    Action(
        "move-up", ("k", "up"), Group.MOVE, "Up", "Lên",
        "One row or line up; while selecting, the selection ends there.",
        "Lên một dòng; khi đang chọn đoạn thì rút phần chọn.",
        _LISTS, palette=False,
    ),
    Action(
        "move-left", ("h", "left"), Group.MOVE, "Left", "Sang trái",
        "To the pane on the left; while selecting, one letter back.",
        "Sang khung bên trái; khi đang chọn đoạn thì lùi một chữ cái.",
        palette=False,
    ),
    Action(
        "move-right", ("l", "right"), Group.MOVE, "Right", "Sang phải",
        "To the pane on the right; while selecting, one letter on.",
        "Sang khung bên phải; khi đang chọn đoạn thì tiến một chữ cái.",
        palette=False,
    ),
    Action(
        "next-word", ("w",), Group.MOVE, "Next word", "Từ sau",
        "While selecting, on to the end of a word.", "Khi đang chọn đoạn thì tiến đến cuối một từ.",
        palette=False,
    ),
    Action(
        "previous-word", ("b",), Group.MOVE, "Previous word", "Từ trước",
        "While selecting, one word back; words stay whole.", "Khi đang chọn đoạn thì lùi một từ, vẫn trọn từ.",
        palette=False,
    ),
    Action(
        "move-first", ("g", "home"), Group.MOVE, "First", "Về đầu",
        "To the first row or line.", "Về dòng đầu tiên.",
        _LISTS, palette=False,
    ),
    Action(
        "move-last", ("G", "end"), Group.MOVE, "Last", "Về cuối",
        "To the last row or line.", "Đến dòng cuối cùng.",
        _LISTS, palette=False,
    ),
    Action(
        "page-down", ("pagedown", "ctrl+f"), Group.MOVE, "Page down", "Trang sau",
        "One screenful down.", "Xuống một trang màn hình.",
        _LISTS, palette=False,
    ),
    Action(
        "page-up", ("pageup", "ctrl+b"), Group.MOVE, "Page up", "Trang trước",
        "One screenful up.", "Lên một trang màn hình.",
        _LISTS, palette=False,
    ),
    Action(
        "open", ("enter",), Group.MOVE, "Open", "Mở",
        "From the timeline into the article; from a person to the words it rests on; on a page, to the article.",
        "Từ dòng thời gian vào bài; từ tên người đến chỗ nêu trong bài; trên trang người, đến bài viết.",
        (Scope.READER, Scope.LIST, Scope.NOTES), palette=False,
    ),
    Action(
        "next-pane", ("tab",), Group.MOVE, "Next pane", "Khung sau",
        "To the next pane.", "Sang khung kế tiếp.",
        palette=False,
    ),
    Action(
        "previous-pane", ("shift+tab",), Group.MOVE, "Previous pane", "Khung trước",
        "To the previous pane.", "Về khung trước.",
        palette=False,
    ),
    Action(
        "pane-timeline", ("1",), Group.MOVE, "Timeline", "Dòng thời gian",
        "To the meetings along time.", "Đến khung các cuộc họp theo thời gian.",
    ),
    Action(
        "pane-article", ("2",), Group.MOVE, "Article", "Bài viết",
        "To the article.", "Đến khung bài viết.",
    ),
    Action(
        "pane-people", ("3",), Group.MOVE, "People", "Nhân sự",
        "To the people of this meeting.", "Đến khung những người trong cuộc họp này.",
    ),
    Action(
        "zoom-pane", ("z",), Group.MOVE, "One pane or all", "Một khung hay tất cả",
        "Give the whole screen to this pane, or give it back.", "Dành cả màn hình cho khung này, hoặc trả lại.",
    ),
    Action(
        "fold", ("-",), Group.MOVE, "Fold", "Thu gọn",
        "Fold the month under the cursor behind its heading; again, its year.",
        "Thu gọn tháng đang chọn vào dòng đầu mục; bấm lần nữa thì thu gọn cả năm.",
    ),
    Action(
        "unfold", ("+",), Group.MOVE, "Unfold", "Mở ra",
        "Open what is folded under the cursor; the key that opens an article does so too.",
        "Mở phần đang thu gọn; phím mở bài cũng làm được.",
    ),
    Action(
        "fold-all", ("_",), Group.MOVE, "Fold or open all years", "Thu gọn hay mở mọi năm",
        "See the years alone, each with how many meetings it has; again, everything.",
        "Chỉ xem các năm, mỗi năm có bao nhiêu cuộc họp; bấm lần nữa thì xem tất cả.",
    ),
    # --- find ---------------------------------------------------------------------------------------------------
    Action(
        "filter", ("/",), Group.FIND, "Filter", "Lọc",
        "Narrow the timeline with each letter typed, with or without Vietnamese marks.",
        "Thu hẹp dòng thời gian theo từng chữ gõ, có dấu hay không dấu đều được.",
    ),
    Action(
        "clear", ("escape",), Group.FIND, "Clear", "Bỏ",
        "Let go of the selection, else clear the filter.", "Bỏ phần đang chọn, nếu không thì bỏ bộ lọc.",
        (Scope.READER, Scope.FILTER), palette=False,
    ),
    Action(
        "filter-by-tag", ("#",), Group.FIND, "Filter by tag", "Lọc theo nhãn",
        "Choose a tag and see only the articles that have it.", "Chọn một nhãn và chỉ xem các bài có nhãn đó.",
    ),
    Action(
        "next-match", ("n",), Group.FIND, "Next match", "Chỗ khớp sau",
        "To the next match of the filter in the article; without a filter, the next mention of the chosen person.",
        "Đến chỗ khớp bộ lọc kế tiếp trong bài; khi không lọc, đến chỗ kế tiếp nhắc người đang chọn.",
    ),
    Action(
        "previous-match", ("N",), Group.FIND, "Previous match", "Chỗ khớp trước",
        "To the match, or mention, before.", "Về chỗ khớp, hoặc chỗ nhắc tên, phía trước.",
    ),
    Action(
        "order", ("O",), Group.FIND, "Order", "Thứ tự",
        "What the filter finds by relevance, the best first; again, along time.",
        "Xếp các bài lọc được theo độ phù hợp, bài sát nhất trước; bấm lần nữa thì theo thời gian.",
    ),
    # --- read ---------------------------------------------------------------------------------------------------
    Action(
        "person", ("p",), Group.READ, "Person's page", "Trang của người này",
        "What the whole archive says of a person: offices along time, meetings, whom they meet.",
        "Toàn bộ kho nói gì về một người: chức vụ theo thời gian, các cuộc họp, những ai cùng dự.",
        hint="person",
    ),
    Action(
        "original", ("o",), Group.READ, "Original text", "Văn bản gốc",
        "The text as it came, before anything was cleaned from it.", "Văn bản như khi nhập vào, chưa bỏ gì.",
    ),
    Action(
        "toggle-read", ("r",), Group.READ, "Read or unread", "Đã đọc hay chưa",
        "Make the article unread again, or read.", "Đánh dấu bài là chưa đọc, hoặc đã đọc.",
        writes=True,
    ),
    # --- keep ---------------------------------------------------------------------------------------------------
    Action(
        "tag", ("t",), Group.KEEP, "Tag", "Gắn nhãn",
        "Put a tag on the marked articles, or on this one: its letter alone (put after a moment, or at once by the"
        " key that accepts), or its name. What is typed on without a pause is a name, never a command.",
        "Gắn nhãn cho các bài đã đánh dấu, hoặc bài này: bấm riêng chữ của nhãn (gắn sau giây lát, hoặc ngay khi"
        " bấm phím nhận), hoặc gõ tên. Những gì gõ liền tiếp theo là tên nhãn, không bao giờ là lệnh.",
        hint="tag", writes=True,
    ),
    Action(
        "repeat", (".",), Group.KEEP, "Repeat the last tag", "Lặp lại nhãn vừa gắn",
        "Do the last tagging again, here.", "Làm lại việc gắn nhãn vừa rồi, ở bài này.",
        writes=True,
    ),
    Action(
        "mark", ("space",), Group.KEEP, "Mark", "Đánh dấu",
        "Mark the article for what comes next, and move on.",
        "Đánh dấu bài để làm việc tiếp theo, rồi sang bài sau.",
        hint="mark", writes=True,
    ),
    Action(
        "clear-marks", ("M",), Group.KEEP, "Clear the marks", "Bỏ mọi dấu",
        "Unmark all articles.", "Bỏ dấu của mọi bài.",
        writes=True,
    ),
    Action(
        "select", ("v",), Group.KEEP, "Select a passage", "Chọn một đoạn",
        "Start selecting in the article; move to the end of the passage.",
        "Bắt đầu chọn trong bài; đi đến cuối đoạn.",
    ),
    Action(
        "annotate", ("a",), Group.KEEP, "Note", "Ghi chú",
        "Write a note on the selected passage, or on the article.",
        "Viết ghi chú cho đoạn đã chọn, hoặc cho cả bài.",
        hint="note", writes=True,
    ),
    Action(
        "notes", ("A",), Group.KEEP, "Notes of this article", "Ghi chú của bài",
        "See the notes of this article, go to one, change or delete it.",
        "Xem các ghi chú của bài, đến chỗ ghi, sửa hoặc xóa.",
    ),
    Action(
        "undo", ("u",), Group.KEEP, "Undo", "Hoàn tác",
        "Take back the last change: a tag, a mark, a note, read or unread.",
        "Lấy lại thay đổi vừa rồi: nhãn, dấu, ghi chú, đã đọc hay chưa.",
        hint="undo", writes=True,
    ),
    Action(
        "redo", ("U",), Group.KEEP, "Redo", "Làm lại",
        "Do again what was undone.", "Làm lại việc vừa hoàn tác.",
        writes=True,
    ),
    # --- out ----------------------------------------------------------------------------------------------------
    Action(
        "export", ("e",), Group.OUT, "Export", "Xuất",
        "Write the marked articles, or what the filter shows, to files of a format.",
        "Ghi các bài đã đánh dấu, hoặc các bài đang lọc, ra tệp theo một định dạng.",
        hint="export",
    ),
    Action(
        "copy", ("y",), Group.OUT, "Copy", "Chép",
        "Copy the selected passage, or the headline with byline and date, to the clipboard.",
        "Chép đoạn đã chọn, hoặc tiêu đề cùng tác giả và ngày, vào bộ nhớ tạm.",
    ),
    # --- program ------------------------------------------------------------------------------------------------
    Action(
        "help", ("?", "f1"), Group.PROGRAM, "Help", "Trợ giúp",
        "All keys.", "Tất cả các phím.",
        _LISTS, hint="help",
    ),
    Action(
        "palette", ("ctrl+p", ":"), Group.PROGRAM, "All actions", "Mọi thao tác",
        "Search all actions by name.", "Tìm mọi thao tác theo tên.",
        palette=False,
    ),
    Action(
        "theme", ("T",), Group.PROGRAM, "Dark or light", "Tối hay sáng",
        "Change between the dark and the light theme.", "Đổi giữa giao diện tối và sáng.",
    ),
    Action(
        "quit", ("q",), Group.PROGRAM, "Quit", "Thoát",
        "Leave; where you stopped is remembered.", "Thoát; chỗ đang đọc được nhớ lại.",
        hint="quit",
    ),
    Action(
        "close", ("escape", "q"), Group.PROGRAM, "Close", "Đóng",
        "Back to the panes.", "Về lại các khung.",
        (Scope.LIST, Scope.NOTES), palette=False,
    ),
    # --- while writing ------------------------------------------------------------------------------------------
    Action(
        "accept", ("enter",), Group.WRITE, "Accept", "Nhận",
        "From the filter to the timeline; put the tag; start the export.",
        "Từ ô lọc xuống dòng thời gian; gắn nhãn; bắt đầu xuất.",
        (Scope.FILTER, Scope.TAGS, Scope.EXPORT), palette=False,
    ),
    Action(
        "cancel", ("escape",), Group.WRITE, "Cancel", "Thôi",
        "Leave without doing it.", "Bỏ ra, không làm gì.",
        (Scope.NOTE, Scope.TAGS, Scope.EXPORT), palette=False,
    ),
    Action(
        "next-choice", ("down",), Group.WRITE, "Next choice", "Mục sau",
        "To the next row of the list below; when exporting, the next format.",
        "Xuống mục kế tiếp của danh sách; khi xuất, định dạng kế tiếp.",
        (Scope.FILTER, Scope.TAGS, Scope.EXPORT), palette=False,
    ),
    Action(
        "previous-choice", ("up",), Group.WRITE, "Previous choice", "Mục trước",
        "To the row before; when exporting, the format before.",
        "Lên mục phía trước; khi xuất, định dạng phía trước.",
        (Scope.FILTER, Scope.TAGS, Scope.EXPORT), palette=False,
    ),
    Action(
        "type-tag", ("tab",), Group.WRITE, "Type or complete", "Gõ hoặc điền nốt",
        "Type a name though it begins with the letter of a tag; then, complete it.",
        "Gõ tên dù chữ đầu là chữ của một nhãn; sau đó thì điền nốt tên.",
        (Scope.TAGS,), palette=False,
    ),
    Action(
        "give-letter", ("ctrl+l",), Group.WRITE, "Give it a letter", "Đặt chữ tắt",
        "Give the tag a letter of its own, to be put with one key.", "Đặt cho nhãn một chữ, để gắn bằng một phím.",
        (Scope.TAGS,), palette=False, writes=True,
    ),
    Action(
        "save-note", ("ctrl+s", "f2"), Group.WRITE, "Save", "Lưu",
        "Keep the note as written.", "Giữ ghi chú như đã viết.",
        (Scope.NOTE,), palette=False, writes=True,
    ),
    Action(
        "note-kind", ("ctrl+t",), Group.WRITE, "Kind of note", "Loại ghi chú",
        "The next kind of note.", "Loại ghi chú kế tiếp.",
        (Scope.NOTE,), palette=False,
    ),
    Action(
        "delete-note", ("d", "delete"), Group.WRITE, "Delete the note", "Xóa ghi chú",
        "Delete the note; undo brings it back.", "Xóa ghi chú; hoàn tác sẽ lấy lại.",
        (Scope.NOTES,), palette=False, writes=True,
    ),
    Action(
        "one-file", ("ctrl+o",), Group.WRITE, "One file or many", "Một tệp hay nhiều",
        "Export into one file, or one file for each article.", "Xuất ra một tệp, hoặc mỗi bài một tệp.",
        (Scope.EXPORT,), palette=False,
    ),
)  # fmt: skip

BY_ID: Final = {action.id: action for action in ACTIONS}


def in_scope(scope: Scope) -> tuple[Action, ...]:
    """Give the actions that work in one place, in the order of the table."""
    return tuple(action for action in ACTIONS if scope in action.scopes)


def bindings(scope: Scope, *, run: str = "act") -> list[BindingType]:
    """Make the ``BINDINGS`` of a screen, or (``run`` being ``screen.act``) of a box with keys of its own."""
    from textual.binding import Binding  # the first screen is painted before there is any Textual

    return [
        Binding(",".join(action.keys), f"{run}('{action.id}')", action.english, show=False, id=action.id)
        for action in in_scope(scope)
    ]
