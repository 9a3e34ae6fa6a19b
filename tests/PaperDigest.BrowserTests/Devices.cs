using Microsoft.Playwright;

namespace PaperDigest.BrowserTests;

/// <summary>What the site is read on: two that differ in everything the pages answer to, and readers without scripts.</summary>
internal static class Devices
{
    public static BrowserNewContextOptions Of(string name) => name switch
    {
        Desktop => Screen(1280, 900, ColorScheme.Light),
        Phone => Screen(390, 844, ColorScheme.Dark, touch: true),
        Narrow => Screen(320, 640, ColorScheme.Light, touch: true),
        _ => throw new ArgumentException(name),
    };

    public const string Desktop = "a light desktop", Phone = "a dark phone", Narrow = "the narrowest phone, or a desk at 400 %";

    public static BrowserNewContextOptions WithoutScripts
    {
        get
        {
            var options = Of(Desktop);
            options.JavaScriptEnabled = false;
            return options;
        }
    }

    private static BrowserNewContextOptions Screen(int width, int height, ColorScheme scheme, bool touch = false) => new()
    {
        ViewportSize = new ViewportSize { Width = width, Height = height }, ColorScheme = scheme, IsMobile = touch, HasTouch = touch,
    };
}
