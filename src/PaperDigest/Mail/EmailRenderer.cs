using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace PaperDigest.Mail;

/// <summary>Renders the HTML part of a mail with a Razor component, outside of any request.</summary>
internal sealed class EmailRenderer(IServiceScopeFactory scopes, ILoggerFactory logs)
{
    public async Task<string> RenderAsync<TComponent>(string parameter, object value)
        where TComponent : IComponent
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logs);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [parameter] = value });
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TComponent>(parameters)).ToHtmlString());
    }
}
