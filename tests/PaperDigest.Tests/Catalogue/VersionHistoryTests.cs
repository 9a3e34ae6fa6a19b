using PaperDigest.Catalogue;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Catalogue;

public sealed class VersionHistoryTests
{
    [Fact]
    public void Each_version_is_compared_with_the_one_before_it()
    {
        var history = VersionHistory.Of(Third(), [Version(1, "A title", "Ada Lovelace"), Version(2, "Another title", "Ada Lovelace", "Zheng Wang"), new PaperVersion { ArxivId = "x", Version = 3 }]);

        Assert.Equal([3, 2, 1], history.Select(v => v.Number));
        Assert.True(history[0].Change!.Title is null && history[0].Change!.Abstract is not null);
        Assert.Equal(["Zheng Wang"], history[0].Change!.AuthorsRemoved);
        Assert.Equal(["Charles Babbage"], history[0].Change!.AuthorsAdded);
        Assert.Equal(["A", "Another", "title"], history[1].Change!.Title!.Select(p => p.Text));
        Assert.Equal(["Zheng Wang"], history[1].Change!.AuthorsAdded);
        Assert.Null(history[2].Change);
    }

    [Fact]
    public void Of_two_authors_of_one_name_one_can_go()
    {
        var history = VersionHistory.Of(Third("Zheng Wang"), [Version(2, "Another title", "Zheng Wang", "Zheng Wang"), Version(3, null)]);
        Assert.Equal(["Zheng Wang"], history[0].Change!.AuthorsRemoved);
        Assert.Empty(history[0].Change!.AuthorsAdded);
    }

    [Fact]
    public void What_was_never_taken_in_is_not_compared() =>
        Assert.All(VersionHistory.Of(Third(), [Version(1, "A title"), Version(2, null), Version(3, null)]), v => Assert.Null(v.Change));

    [Fact]
    public void Versions_with_one_missing_between_them_are_not_compared() =>
        Assert.Null(VersionHistory.Of(Third(), [Version(1, "A title"), Version(3, null)])[0].Change);

    private static Paper Third(params string[] authors)
    {
        var paper = Some.Paper();
        (paper.Version, paper.Title, paper.Authors) = (3, "Another title", authors.Length > 0 ? authors : ["Ada Lovelace", "Charles Babbage"]);
        return paper;
    }

    private static PaperVersion Version(int number, string? title, params string[] authors) =>
        new() { ArxivId = "2605.00001", Version = number, Title = title, Abstract = title is null ? null : "What it said.", Authors = title is null ? null : authors };
}
