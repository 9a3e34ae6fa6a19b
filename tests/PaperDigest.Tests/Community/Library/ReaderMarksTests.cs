using PaperDigest.Community;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Community.Library;

public sealed class ReaderMarksTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_learns_in_one_query_what_its_reader_voted_for_saved_and_read()
    {
        string[] papers = ["2605.10001", "2605.10002", "2605.10003", "2605.10004"];
        var (reader, other) = (Guid.NewGuid(), Guid.NewGuid());
        await using (var db = database.Open())
        {
            db.Papers.AddRange(papers.Select(id => Some.Paper(id)));
            db.SavedPapers.Add(new SavedPaper { ReaderId = reader, ArxivId = "2605.10002", SavedAt = TestClock.Noon });
            db.SavedPapers.Add(new SavedPaper { ReaderId = other, ArxivId = "2605.10004", SavedAt = TestClock.Noon });
            db.ReadPapers.Add(new ReadPaper { ReaderId = reader, ArxivId = "2605.10003", ReadAt = TestClock.Noon });
            await db.SaveChangesAsync(Cancel);
        }
        await new Ballot(database.Source).CastAsync("2605.10001", Voter.Account(reader), TestClock.Noon, Cancel);

        var marks = await new ReaderMarks(database.Source).OfAsync(new Reader(reader, HasAccount: true), papers, Cancel);

        Assert.Equal(["2605.10001"], marks.Voted);
        Assert.Equal(["2605.10002"], marks.Saved);
        Assert.Equal(["2605.10003"], marks.Read);
        Assert.Same(Marks.None, await new ReaderMarks(database.Source).OfAsync(null, papers, Cancel));
    }
}
