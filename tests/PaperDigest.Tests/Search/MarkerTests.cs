using PaperDigest.Search;

namespace PaperDigest.Tests.Search;

public sealed class MarkerTests
{
    [Theory]
    [InlineData("models", "A model of modelling, remodelled.", "A [model] of [modelling], remodelled.")]
    [InlineData("fine tuning", "Fine-tuning, finely tuned.", "[Fine-tuning], [finely] [tuned].")]
    [InlineData("finetuning", "We use fine-tuning.", "We use [fine-tuning].")]
    [InlineData("schrodinger", "(Schrödinger's) cat", "([Schrödinger's]) cat")]
    [InlineData("the of", "The king of France", "The king of France")]
    [InlineData("gpt-4", "GPT-4 and GPT4", "[GPT-4] and [GPT4]")]
    [InlineData("c++", "In C++.", "In [C++].")]
    [InlineData("tides", "Of <b>tides</b>.", "Of <b>[tides]</b>.")]
    [InlineData("3.5", "3.5,000 or 3.5.", "[3.5],000 or [3.5].")]
    [InlineData("", "Nothing", "Nothing")]
    public void Words_of_the_query_are_set_off_in_whatever_form(string query, string text, string marked) =>
        Assert.Equal(marked, string.Concat(Marker.Of(query).Pieces(text).Select((piece, n) => n % 2 == 0 ? piece : $"[{piece}]")));
}
