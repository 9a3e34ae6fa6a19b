using PaperDigest.Following;

namespace PaperDigest.Tests.Following;

public sealed class OfferOrderTests
{
    private static readonly DateOnly Tuesday = new(2026, 5, 12);

    [Fact]
    public void An_author_weighs_more_than_a_category_and_many_reasons_more_than_one()
    {
        var ordered = OfferOrder.Best([Of("1", "category:cs.CL"), Of("2", "author:Ada Lovelace"), Of("3", "author:Ada Lovelace", "category:cs.CL"), Of("4", "words:rag")]);
        Assert.Equal(["3", "2", "4", "1"], ordered.Select(o => o.ArxivId));
    }

    [Fact]
    public void Of_two_alike_the_newer_and_the_one_with_votes_stand_first()
    {
        var old = Of("1", "category:cs.CL") with { Listed = Tuesday.AddDays(-2) };
        var voted = Of("2", "category:cs.CL") with { Votes = 20 };
        Assert.Equal(["2", "3", "1"], OfferOrder.Best([old, Of("3", "category:cs.CL"), voted]).Select(o => o.ArxivId));
        Assert.Equal(["2", "3", "1"], OfferOrder.Newest([old, Of("3", "category:cs.CL"), voted]).Select(o => o.ArxivId));
    }

    private static Offer Of(string id, params string[] follows) =>
        new(id, Tuesday, 0, [.. follows.Select(f => Reason.Follows(FollowSubject.Parse(f)!))]);
}
