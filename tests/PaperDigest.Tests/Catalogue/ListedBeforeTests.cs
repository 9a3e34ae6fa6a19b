using PaperDigest.Catalogue;

namespace PaperDigest.Tests.Catalogue;

public sealed class ListedBeforeTests
{
    [Theory]
    [InlineData("2605.00001")]
    [InlineData("hep-th/9901001")]
    public void A_place_in_an_address_is_read_back(string paper)
    {
        var place = new ListedBefore(new DateOnly(2026, 5, 12), paper);
        Assert.Equal(place, ListedBefore.Parse(place.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-05-12")]
    [InlineData("2026-05-32_2605.00001")]
    [InlineData("2026-05-12_")]
    [InlineData("2026-05-12_2605.00001\0")]
    [InlineData("2026-05-12_'; DROP TABLE papers")]
    public void What_is_no_place_is_not_read(string text) => Assert.Null(ListedBefore.Parse(text));
}
