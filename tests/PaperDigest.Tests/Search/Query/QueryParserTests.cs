using PaperDigest.Search;

namespace PaperDigest.Tests.Search.Query;

public sealed class QueryParserTests
{
    [Theory]
    [InlineData("graph networks", "")]
    [InlineData("au:lovelace engines", "by lovelace")]
    [InlineData("AU:\"Ada Lovelace\" engines", "by Ada Lovelace")]
    [InlineData("ti:engines abs:\"low rank\"", "title has “engines”; abstract has “low rank”")]
    [InlineData("cat:CS.cl by:akhaliq has:code", "in cs.CL; submitted by akhaliq; has code")]
    [InlineData("id:arXiv:2605.01234v2", "arXiv 2605.01234")]
    [InlineData("-survey -\"in vitro\" -cat:cs.CV", "not survey; not “in vitro”; not in cs.CV")]
    [InlineData("adapters OR lora tuning", "adapters or lora")]
    [InlineData("cat:cs.CL OR cat:cs.LG OR cat:stat.ML", "in cs.CL or in cs.LG or in stat.ML")]
    [InlineData("“low rank” matrices", "“low rank”")]
    public void Operators_phrases_exclusions_and_choices_are_understood(string typed, string understood) => Assert.Equal(understood, Understood(typed));

    [Theory]
    [InlineData("date:2025", "listed 2025-01-01 to 2025-12-31")]
    [InlineData("date:2024-02", "listed 2024-02-01 to 2024-02-29")]
    [InlineData("date:2025-03-05", "listed 2025-03-05")]
    [InlineData("date:2025-01..2025-03", "listed 2025-01-01 to 2025-03-31")]
    [InlineData("date:2025-03..2025-01", "listed 2025-01-01 to 2025-03-31")]
    [InlineData("date:..2024", "listed up to 2024-12-31")]
    [InlineData("date:2026-05-12..", "listed from 2026-05-12")]
    [InlineData("votes:>20", "from 21 votes")]
    [InlineData("votes:20", "from 20 votes")]
    [InlineData("votes:<5", "up to 4 votes")]
    [InlineData("votes:10..50", "10 to 50 votes")]
    public void Ranges_have_days_months_years_and_open_ends(string typed, string understood) => Assert.Equal(understood, Understood(typed));

    [Theory]
    [InlineData("foo:bar", "foo:bar")]
    [InlineData("cat:dogs", "cat:dogs")]
    [InlineData("date:tomorrow votes:many id:1 has:fun", "date:tomorrow votes:many id:1 has:fun")]
    [InlineData("au: ti:\"\"", "au: ti:\"\"")]
    [InlineData("votes:999999999999999999", "votes:999999999999999999")]
    [InlineData("date:9999-12..", "date:9999-12..")]
    [InlineData("OR gates", "OR gates")]
    [InlineData("gates OR", "gates OR")]
    [InlineData("- -- C++ state-of-the-art", "- -- C++ state-of-the-art")]
    public void What_is_not_understood_is_a_word(string typed, string words)
    {
        var query = SearchQuery.Of(typed).Parsed;
        Assert.True(query.IsPlain);
        Assert.Equal(words, query.Ranked);
    }

    [Fact]
    public void A_mark_that_is_never_closed_reaches_to_the_end() => Assert.Equal("“low rank adapters”", Understood("\"low rank adapters"));

    [Fact]
    public void Each_condition_can_be_taken_out_and_the_others_stay_as_they_were_typed() => Assert.Equal(
        ["tuning \"low rank\" -survey", "tuning au:\"Ada Lovelace\" -survey", "tuning au:\"Ada Lovelace\" \"low rank\""],
        SearchQuery.Of("tuning au:\"Ada Lovelace\" \"low rank\" -survey").Parsed.Parts.Select(p => p.Others));

    [Fact]
    public void Papers_are_ranked_by_what_is_wanted_of_their_words()
    {
        var query = SearchQuery.Of("tuning au:lovelace \"low rank\" -survey cat:cs.CL").Parsed;
        Assert.Equal("tuning lovelace low rank", query.Ranked);
        Assert.Equal("tuning low rank", query.Marked);
    }

    [Theory]
    [InlineData("-")]
    [InlineData("\"")]
    [InlineData("-\"")]
    [InlineData("au:")]
    [InlineData("-a ")]
    [InlineData("a OR ")]
    [InlineData("\"a\"")]
    [InlineData("::")]
    public void However_often_something_is_repeated_it_is_read(string piece)
    {
        var query = SearchQuery.Of(string.Concat(Enumerable.Repeat(piece, 300))).Parsed;
        Assert.InRange(query.Conditions.Sum(c => c.AnyOf.Count), 0, QueryParser.MostTerms);
    }

    private static string Understood(string typed) => string.Join("; ", SearchQuery.Of(typed).Parsed.Parts.Select(p => p.Words));
}
