import inspect
import os
import socket
import sys
from pathlib import Path

import pytest

from artdiff.documents import files
from artdiff.documents.collection import Collection
from artdiff.documents.reading import read, read_document
from artdiff.errors import UnreadableError

AS_ROOT = os.geteuid() == 0


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(*names: str) -> None:
    for name in names:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"text of " + os.fsencode(path.name) + b"\n")


def names(collection: Collection) -> list[str]:
    return [str(document.path) for document in collection.documents]


def problems(collection: Collection) -> dict[str, str]:
    return {problem.path: problem.message for problem in collection.problems}


def check(*paths: str, source: str | None = None) -> Collection:
    return read([Path(path) for path in paths], Path(source) if source else None)


class TestFolders:
    def test_all_below_in_name_order(self, folder: Path) -> None:
        write("b.txt", "a.md", "c/z.txt", "c/d/a.txt", "b/x.txt", "B.txt")
        collection = check(str(folder))
        found = [str(Path(name).relative_to(folder)) for name in names(collection)]
        assert found == ["B.txt", "a.md", "b/x.txt", "b.txt", "c/d/a.txt", "c/z.txt"]
        assert collection.problems == ()
        assert collection.source is None

    @pytest.mark.usefixtures("folder")
    def test_hidden_and_other_files_are_counted(self) -> None:
        write("a.txt", ".hidden.txt", ".git/config.txt", "picture.png", "README")
        Path("binary.txt").write_bytes(b"\0\1\2" * 50)
        os.mkfifo("pipe.txt")
        collection = check(".")
        assert names(collection) == ["a.txt"]
        assert collection.passed_over == 6
        assert collection.problems == ()

    @pytest.mark.usefixtures("folder")
    def test_a_hidden_folder_is_read_when_it_is_named(self) -> None:
        write(".drafts/a.txt")
        assert names(check(".drafts")) == [".drafts/a.txt"]

    @pytest.mark.usefixtures("folder")
    @pytest.mark.parametrize("made", [(), ("sub/.hidden.txt",), ("picture.png",)])
    def test_a_folder_without_texts_is_a_problem(self, made: tuple[str, ...]) -> None:
        write(*(f"empty/{name}" for name in made))
        Path("empty").mkdir(exist_ok=True)
        assert "holds no text" in problems(check("empty"))["empty"]

    @pytest.mark.usefixtures("folder")
    def test_links_to_folders_are_followed_once(self) -> None:
        write("a/b/one.txt", "c/two.txt")
        Path("a/b/up").symlink_to(Path("..").absolute() / "a", target_is_directory=True)
        Path("a/c").symlink_to("../c")
        collection = check("a")
        assert names(collection) == ["a/b/one.txt", "a/c/two.txt"]
        assert collection.problems == ()

    @pytest.mark.usefixtures("folder")
    def test_broken_links_are_problems_and_the_rest_goes_on(self) -> None:
        write("a/one.txt", "a/two.txt")
        Path("a/gone.txt").symlink_to("nowhere.txt")
        Path("a/loop.txt").symlink_to("loop.txt")
        collection = check("a")
        assert names(collection) == ["a/one.txt", "a/two.txt"]
        assert problems(collection) == {
            "a/gone.txt": "there is no such file or folder",
            "a/loop.txt": "it is a symbolic link that leads back to itself",
        }

    @pytest.mark.usefixtures("folder")
    def test_a_file_that_goes_between_listing_and_reading(self, monkeypatch: pytest.MonkeyPatch) -> None:
        write("a/one.txt", "a/three.txt", "a/two.txt")
        contents = files.contents

        def remove_two_first(path: Path) -> bytes:
            Path("a/two.txt").unlink(missing_ok=True)
            return contents(path)

        monkeypatch.setattr("artdiff.documents.reading.contents", remove_two_first)
        collection = check("a")
        assert names(collection) == ["a/one.txt", "a/three.txt"]
        assert problems(collection) == {"a/two.txt": "there is no such file or folder"}

    @pytest.mark.skipif(AS_ROOT, reason="root may read everything")
    @pytest.mark.usefixtures("folder")
    def test_no_permission(self) -> None:
        write("a/one.txt", "a/two.txt", "a/sub/three.txt")
        Path("a/two.txt").chmod(0)
        Path("a/sub").chmod(0)
        collection = check("a")
        Path("a/sub").chmod(0o700)
        assert names(collection) == ["a/one.txt"]
        assert set(problems(collection)) == {"a/sub", "a/two.txt"}

    @pytest.mark.parametrize("failing", ["a/sub", "a/two.txt"])
    @pytest.mark.usefixtures("folder")
    def test_an_error_of_the_system_is_data(self, failing: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """What a missing permission does, also where root runs the tests."""
        write("a/one.txt", "a/two.txt", "a/sub/three.txt")
        scandir, open_file = os.scandir, os.open

        def refuse(path: os.PathLike[str] | str) -> None:
            if str(path) == failing:
                raise PermissionError(13, "Permission denied", failing)

        def refusing_scandir(path: str) -> object:
            refuse(path)
            return scandir(path)

        def refusing_open(path: str, flags: int) -> int:
            refuse(path)
            return open_file(path, flags)

        monkeypatch.setattr(os, "scandir", refusing_scandir)
        monkeypatch.setattr(os, "open", refusing_open)
        collection = check("a")
        assert problems(collection) == {failing: "no permission to read it"}
        assert len(collection.documents) == 2

    @pytest.mark.usefixtures("folder")
    def test_deeper_than_python_may_recurse(self) -> None:
        levels, limit = 300, sys.getrecursionlimit()
        deep = Path("d/" * levels)
        deep.mkdir(parents=True)
        write(str(deep / "deep.txt"))
        sys.setrecursionlimit(len(inspect.stack()) + levels // 2)
        try:
            collection = check("d")
        finally:
            sys.setrecursionlimit(limit)
        assert names(collection) == [str(deep / "deep.txt")]


class TestNamedFiles:
    @pytest.mark.usefixtures("folder")
    def test_a_name_that_tells_nothing_is_read_as_text(self) -> None:
        write("article", "b.html", ".draft")
        assert names(check("article", "b.html", ".draft")) == ["article", "b.html", ".draft"]

    @pytest.mark.usefixtures("folder")
    def test_problems_do_not_stop_the_rest(self) -> None:
        write("a.txt", "b.txt")
        Path("binary").write_bytes(bytes(1000))
        Path("broken.txt").write_bytes(b"\xff\xfeodd")
        os.mkfifo("pipe")
        collection = check(
            "a.txt", "missing.txt", "binary", "broken.txt", "pipe", "/dev/zero", "a.txt/x", "n" * 300, "b.txt"
        )
        assert names(collection) == ["a.txt", "b.txt"]
        assert [problem.path for problem in collection.problems] == [
            "missing.txt",
            "binary",
            "broken.txt",
            "pipe",
            "/dev/zero",
            "a.txt/x",
            "n" * 300,
        ]
        assert collection.passed_over == 0

    @pytest.mark.usefixtures("folder")
    def test_a_socket(self) -> None:
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind("socket")
            assert problems(check("socket")) == {"socket": "it is a socket, not a text"}

    def test_the_null_device_is_an_empty_text(self) -> None:
        assert [document.text for document in check("/dev/null").documents] == [""]

    @pytest.mark.usefixtures("folder")
    def test_an_empty_file_is_an_empty_text(self) -> None:
        Path("empty.txt").touch()
        assert [document.text for document in check("empty.txt").documents] == [""]

    def test_a_pipe_that_a_shell_opened(self) -> None:
        reading, writing = os.pipe()
        os.write(writing, b"through a pipe")
        os.close(writing)
        collection = check(f"/dev/fd/{reading}")
        os.close(reading)
        assert [document.text for document in collection.documents] == ["through a pipe"]

    @pytest.mark.usefixtures("folder")
    def test_larger_than_any_article(self, monkeypatch: pytest.MonkeyPatch) -> None:
        write("a.txt")
        monkeypatch.setattr(files, "LARGEST", 5)
        assert "larger than" in problems(check("a.txt"))["a.txt"]

    @pytest.mark.usefixtures("folder")
    def test_names_that_are_no_unicode(self) -> None:
        name = os.fsdecode(b"caf\xe9\n.txt")
        write(name)
        assert names(check(".")) == [name]


class TestSource:
    @pytest.mark.usefixtures("folder")
    def test_of_two_files_the_first(self) -> None:
        write("b.txt", "a.txt")
        collection = check("b.txt", "a.txt")
        assert (names(collection), collection.source) == (["b.txt", "a.txt"], 0)

    @pytest.mark.usefixtures("folder")
    def test_a_file_against_itself(self) -> None:
        write("a.txt")
        collection = check("a.txt", "a.txt")
        assert (names(collection), collection.source) == (["a.txt", "a.txt"], 0)

    @pytest.mark.parametrize("paths", [("a.txt",), ("a.txt", "c"), ("a.txt", "b.txt", "c/d.txt")])
    @pytest.mark.usefixtures("folder")
    def test_otherwise_nobody_named_one(self, paths: tuple[str, ...]) -> None:
        write("a.txt", "b.txt", "c/d.txt")
        assert check(*paths).source is None

    @pytest.mark.usefixtures("folder")
    def test_named_apart_and_in_the_folder_it_is_read_once(self) -> None:
        write("f/a.txt", "f/b.txt", "f/c.txt")
        collection = check("f", source="f/b.txt")
        assert (names(collection), collection.source) == (["f/b.txt", "f/a.txt", "f/c.txt"], 0)

    @pytest.mark.parametrize("source", ["missing.txt", "f"])
    @pytest.mark.usefixtures("folder")
    def test_without_it_nothing_is_compared(self, source: str) -> None:
        write("f/a.txt")
        collection = check("f", source=source)
        assert (collection.documents, list(problems(collection)), collection.source) == ((), [source], None)


@pytest.mark.parametrize(
    ("paths", "found"), [(("f", "f/a.txt"), 2), (("f", "f"), 2), ((".", "f"), 2), (("f/a.txt", "f"), 2)]
)
@pytest.mark.usefixtures("folder")
def test_what_is_named_twice_is_read_once(paths: tuple[str, ...], found: int) -> None:
    write("f/a.txt", "f/b.txt")
    collection = check(*paths)
    assert len(collection.documents) == found
    assert collection.problems == ()


class TestReadDocument:
    def test_a_path_or_a_string(self, folder: Path) -> None:
        write("a.txt")
        assert read_document("a.txt").text == "text of a.txt\n"
        assert read_document(folder / "a.txt").name == "a.txt"

    @pytest.mark.usefixtures("folder")
    def test_an_error_names_the_path(self) -> None:
        with pytest.raises(UnreadableError, match=r"^missing\.txt: there is no such file") as caught:
            read_document("missing.txt")
        assert caught.value.path == "missing.txt"
