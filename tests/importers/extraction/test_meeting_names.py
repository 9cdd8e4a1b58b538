"""What meetings are called: how far their names go."""

from __future__ import annotations

import pytest

from importers.extraction.meeting_names import LONGEST, name_of
from importers.extraction.spelling import key_of


def named(sentence: str, kind: str) -> str | None:
    key = key_of(sentence)
    start = key.index(kind)
    return name_of(sentence, key, start, start + len(kind), len(sentence))


@pytest.mark.parametrize(
    ("sentence", "kind", "name"),
    [
        ("Sáng 3-4, hội nghị tổng kết công tác dân vận năm 2020 diễn ra tại Hải Vân.", "hội nghị",
         "hội nghị tổng kết công tác dân vận năm 2020"),
        ("Buổi làm việc với Thành ủy TP. Hải Vân do ông Lê Văn Mẫu chủ trì.", "buổi làm việc",
         "Buổi làm việc với Thành ủy TP. Hải Vân"),
        ("Đại hội Hội Nông dân xã Hoa Lư lần thứ V, nhiệm kỳ 2023 - 2028 đã bế mạc.", "đại hội",
         "Đại hội Hội Nông dân xã Hoa Lư lần thứ V, nhiệm kỳ 2023 - 2028"),
        ("Hội nghị sơ kết giữa nhiệm kỳ của Đảng bộ và triển khai nhiệm vụ năm 2024 do Huyện ủy mở.", "hội nghị",
         "Hội nghị sơ kết giữa nhiệm kỳ của Đảng bộ và triển khai nhiệm vụ năm 2024"),
        ("Lễ kỷ niệm 60 năm Ngày giải phóng huyện (19/4/1965 - 19/4/2025) được tổ chức sáng nay.", "lễ kỷ niệm",
         "Lễ kỷ niệm 60 năm Ngày giải phóng huyện (19/4/1965 - 19/4/2025)"),
        ("Hội thảo khoa học với chủ đề: “Sông, biển và người” khai mạc sáng 2-3.", "hội thảo",
         "Hội thảo khoa học với chủ đề: “Sông, biển và người”"),
        ("Liên hoan hữu nghị Việt Nam - Ấn Độ lần thứ 6 đã khai mạc.", "liên hoan",
         "Liên hoan hữu nghị Việt Nam - Ấn Độ lần thứ 6"),
        ("Hội nghị tổng kết ngành Y tế Hải Vân - Ảnh: P.V", "hội nghị", "Hội nghị tổng kết ngành Y tế Hải Vân"),
        ("Hội nghị phòng, chống thiên tai và đại diện các sở.", "hội nghị", "Hội nghị phòng, chống thiên tai"),
        ("Hội nghị công bố quyết định về việc tại Hải Vân.", "hội nghị", "Hội nghị công bố quyết định"),
    ],
)  # fmt: skip
def test_a_name_goes_as_far_as_it_is_one(sentence: str, kind: str, name: str) -> None:
    assert named(sentence, kind) == name


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Tham dự hội nghị về phía Trung ương có các đồng chí.", "hội nghị"),
        ("Hội nghị lần này bàn về đất đai.", "hội nghị"),
        ("Hội nghị công bố tại Hải Vân.", "hội nghị"),
        ("Chuyến thăm và làm việc tại tỉnh Hải Vân.", "chuyến thăm"),
    ],
)
def test_what_is_no_more_than_its_kind_has_no_name(sentence: str, kind: str) -> None:
    assert named(sentence, kind) is None


def test_a_name_without_end_is_cut_between_words() -> None:
    name = named("Hội nghị " + "phát triển nông thôn " * 40, "hội nghị")
    assert name is not None
    assert len(name) <= LONGEST
    assert set(name.split()) == {"Hội", "nghị", "phát", "triển", "nông", "thôn"}
