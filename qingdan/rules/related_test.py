PUBLICITY = "publicity/publicity.yml"
RELATED = "相关条目: [RW-001]"


def test_an_entry_that_is_not_there_is_reported_with_the_nearest(department):
    department.edit(PUBLICITY, RELATED, "相关条目: [RW-001, RW-011]")
    assert department.problems() == ["publicity/publicity.yml:40:18: 相关条目: 清单里没有“RW-011”，最接近的是“RW-001”"]


def test_an_entry_is_not_related_to_itself(department):
    department.edit(PUBLICITY, RELATED, "相关条目: [PF-002]")
    assert department.problems() == ["publicity/publicity.yml:40:10: 相关条目: “PF-002”是这一条自己，请写另一条的编号"]


def test_an_entry_of_a_file_that_cannot_be_read_is_not_called_missing(department):
    department.edit("tasks/tasks.yml", "- 编号: RW-001\n", "- 编号：RW-001\n")
    assert not any("相关条目" in problem for problem in department.problems())


def test_either_entry_may_name_the_other_list(department):
    department.edit(PUBLICITY, RELATED, "相关条目: [PF-001, RW-004]")
    assert department.problems() == []
