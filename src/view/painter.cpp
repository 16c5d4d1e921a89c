#include "view/painter.hpp"

#include "core/geo/map_geometry.hpp"
#include "core/ui/colours.hpp"
#include "core/ui/foreign_text.hpp"
#include "view/font_data.hpp"
#include "view/run_pictures.hpp"

#include "imgui.h"
#include "imgui_internal.h"

#include <array>
#include <cmath>

namespace atlas::view {

namespace {

constexpr float k_min_segment_px = 0.5f; // shorter map segments are merged: they cannot be seen
constexpr std::array<Point, 8> k_halo{
    {{2, 0}, {-2, 0}, {0, 2}, {0, -2}, {1.5f, 1.5f}, {-1.5f, 1.5f}, {1.5f, -1.5f}, {-1.5f, -1.5f}}};

ImVec2 vec(Point p) {
    return {p.x, p.y};
}

// Between the glyphs a new texture is clear white, not clear black: filtering would mix the black into the edges of
// light text, and halos would cast shadows.
void whiten(ImTextureData& texture) {
    if (texture.Status != ImTextureStatus_WantCreate || texture.Format != ImTextureFormat_RGBA32) return;
    auto* pixel = static_cast<ImU32*>(texture.GetPixels());
    const int count = texture.Width * texture.Height;
    for (int i = 0; i < count; ++i)
        if ((pixel[i] & IM_COL32_A_MASK) == 0) pixel[i] = IM_COL32(255, 255, 255, 0);
}

ImFont* add_font(ImFontAtlas& atlas, FontFile file) {
    const std::span<const unsigned char> bytes = font_file(file);
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    config.OversampleH = 2; // text is placed on whole px, but advances are not whole
    config.PixelSnapH = false;
    // A negative size makes ImGui map the em square, which is what CSS px mean.
    return atlas.AddFontFromMemoryTTF(const_cast<unsigned char*>(bytes.data()), static_cast<int>(bytes.size()), -16.0f,
                                      &config);
}

}

struct Painter::Device {
    // A bare context: the renderer looks its textures up there. CreateContext() would also link settings files, windows
    // and navigation, which nothing here uses.
    ImFontAtlas fonts;
    ImGuiContext* context = nullptr;
    RunPictures pictures{fonts};
    ImDrawListSharedData shared;
    std::unique_ptr<ImDrawList> list;
    ImDrawData data;
    std::array<ImFont*, 2> text{};
    std::array<ImFont*, 3> icons{};
    std::array<ImU32, static_cast<std::size_t>(Ink::Count)> colours{};
    std::vector<ImVec2> line; // scratch of one polyline
    float pixel_ratio = 1.0f;
    int frame = 0;

    Device();
    ~Device();
    void begin(const Environment& environment);
    void mix_colours(const Environment& environment, ColourTheme theme, const InkChanges& changes);
    ImDrawData* end(const Environment& environment);

    [[nodiscard]] ImU32 colour(Paint paint) const {
        const ImU32 base = colours[static_cast<std::size_t>(paint.ink)];
        const ImU32 alpha = ((base >> IM_COL32_A_SHIFT) & 0xFFu) * paint.alpha / 255u;
        return (base & ~IM_COL32_A_MASK) | (alpha << IM_COL32_A_SHIFT);
    }
    [[nodiscard]] float snap(float px) const { return std::round(px * pixel_ratio) / pixel_ratio; }
    [[nodiscard]] bool is_outside(ImVec2 low, ImVec2 high) const {
        const ImVec4& clip = list->_CmdHeader.ClipRect;
        return high.x < clip.x || low.x > clip.z || high.y < clip.y || low.y > clip.w;
    }
    void flush_line(ImU32 ink, float thickness, bool is_closed);
    void picture(const RunWish& wish, ImVec2 pen, ImU32 ink, bool is_halo);
    [[nodiscard]] float width_px(const rec::TextRun& r, const TextPart& part) const;
    void words(const rec::TextRun& r, ImVec2 at, ImU32 ink, bool is_halo);

    void operator()(const rec::RectFill& r);
    void operator()(const rec::RectFrame& r);
    void operator()(const rec::Disc& r);
    void operator()(const rec::Ring& r);
    void operator()(const rec::Line& r);
    void operator()(const rec::Polyline& r);
    void operator()(const rec::Polygon& r);
    void operator()(const rec::Bezier& r);
    void operator()(const rec::TextRun& r);
    void operator()(const rec::IconRun& r);
    void operator()(const rec::Hatch& r);
    void operator()(const rec::Fade& r);
    void operator()(const rec::ClipPush& r);
    void operator()(const rec::ClipPop&);
    void operator()(const rec::Mesh& r);
    void operator()(const rec::Lines& r);
};

Painter::Device::Device() {
    context = IM_NEW(ImGuiContext)(&fonts);
    ImGui::SetCurrentContext(context);
    text = {add_font(fonts, FontFile::InterRegular), add_font(fonts, FontFile::InterSemiBold)};
    icons = {add_font(fonts, FontFile::IconsRegular), add_font(fonts, FontFile::IconsFill),
             add_font(fonts, FontFile::IconsBold)};
    shared.FontAtlas = &fonts;
    shared.Context = context;
    shared.InitialFlags = ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedFill;
    ImFontAtlasAddDrawListSharedData(&fonts, &shared);
    list = std::make_unique<ImDrawList>(&shared);
}

Painter::Device::~Device() {
    list.reset();
    ImFontAtlasRemoveDrawListSharedData(&fonts, &shared);
    ImGui::SetCurrentContext(context);
    IM_DELETE(context);
    ImGui::SetCurrentContext(nullptr);
}

void Painter::Device::mix_colours(const Environment& environment, ColourTheme theme, const InkChanges& changes) {
    const Palette palette = palette_of(theme, environment);
    const Colours own = colours_of(palette, own_colours(environment));
    for (std::size_t i = 0; i < colours.size(); ++i) {
        const Rgb rgb = changes[i].value_or(own.rgb[i]);
        colours[i] = IM_COL32(rgb.r, rgb.g, rgb.b, 255);
    }
    const auto set_alpha = [&](Ink ink, float opacity) {
        ImU32& colour = colours[static_cast<std::size_t>(ink)];
        colour = (colour & ~IM_COL32_A_MASK) | (static_cast<ImU32>(std::lround(opacity * 255.0f)) << IM_COL32_A_SHIFT);
    };
    set_alpha(Ink::None, 0.0f);
    set_alpha(Ink::Shadow, shadow_opacity(palette));
}

void Painter::Device::begin(const Environment& environment) {
    ImGui::SetCurrentContext(context);
    pixel_ratio = environment.pixel_ratio;
    pictures.begin_frame();
    for (ImFont* font : fonts.Fonts) font->CurrentRasterizerDensity = pixel_ratio;
    ImFontAtlasUpdateNewFrame(&fonts, ++frame, true);
    shared.TexUvWhitePixel = fonts.TexUvWhitePixel;   // the atlas is built, or rebuilt, by the call above
    shared.InitialFringeScale = 1.0f / pixel_ratio;   // one device pixel of anti-aliasing, whatever the zoom
    shared.CurveTessellationTol = 0.6f / pixel_ratio; // round at every zoom, too
    shared.SetCircleTessellationMaxError(0.2f / pixel_ratio);
    shared.ClipRectFullscreen = {0.0f, 0.0f, environment.width_px, environment.height_px};
    list->_ResetForNewFrame();
    list->PushTexture(fonts.TexRef);
    list->PushClipRectFullScreen();
}

ImDrawData* Painter::Device::end(const Environment& environment) {
    list->PopClipRect();
    list->PopTexture();
    data.Clear();
    data.Valid = true;
    data.DisplaySize = {environment.width_px, environment.height_px};
    data.FramebufferScale = {pixel_ratio, pixel_ratio};
    data.AddDrawList(list.get());
    ImVector<ImTextureData*>& textures = ImGui::GetPlatformIO().Textures;
    textures.resize(0);
    for (ImTextureData* texture : fonts.TexList) {
        whiten(*texture);
        textures.push_back(texture);
    }
    data.Textures = &textures;
    return &data;
}

void Painter::Device::operator()(const rec::RectFill& r) {
    if (r.radius > 0.0f) {
        list->AddRectFilled({r.rect.x, r.rect.y}, {r.rect.right(), r.rect.bottom()}, colour(r.paint), r.radius);
        return;
    }
    // Straight edges lie on device pixels: hairlines stay hairlines.
    const ImVec2 low{snap(r.rect.x), snap(r.rect.y)};
    const ImVec2 high{std::max(snap(r.rect.right()), low.x + 1.0f / pixel_ratio),
                      std::max(snap(r.rect.bottom()), low.y + 1.0f / pixel_ratio)};
    list->AddRectFilled(low, high, colour(r.paint));
}

void Painter::Device::operator()(const rec::RectFrame& r) {
    const float in = (r.thickness - 1.0f) * 0.5f; // ImGui itself moves frames half a px inwards
    list->AddRect({snap(r.rect.x) + in, snap(r.rect.y) + in}, {snap(r.rect.right()) - in, snap(r.rect.bottom()) - in},
                  colour(r.paint), r.radius, 0, r.thickness);
}

void Painter::Device::operator()(const rec::Disc& r) {
    list->AddCircleFilled(vec(r.centre), r.radius, colour(r.paint));
}

void Painter::Device::operator()(const rec::Ring& r) {
    list->AddCircle(vec(r.centre), r.radius, colour(r.paint), 0, r.thickness);
}

void Painter::Device::operator()(const rec::Line& r) {
    const ImU32 ink = colour(r.paint);
    if (r.dash_px <= 0.0f) {
        list->AddLine(vec(r.from), vec(r.to), ink, r.thickness);
        return;
    }
    const float length = distance_px(r.from, r.to);
    const Point step{(r.to.x - r.from.x) / length, (r.to.y - r.from.y) / length};
    for (float at = 0.0f; at < length; at += r.dash_px + r.gap_px) {
        const float end = std::min(at + r.dash_px, length);
        list->AddLine({r.from.x + step.x * at, r.from.y + step.y * at},
                      {r.from.x + step.x * end, r.from.y + step.y * end}, ink, r.thickness);
    }
}

void Painter::Device::flush_line(ImU32 ink, float thickness, bool is_closed) {
    if (line.size() > 1)
        list->AddPolyline(line.data(), static_cast<int>(line.size()), ink, is_closed ? ImDrawFlags_Closed : 0,
                          thickness);
    line.clear();
}

void Painter::Device::operator()(const rec::Polyline& r) {
    line.clear();
    // Repeated points have no direction and would make the joint bulge.
    for (const Point point : r.points)
        if (line.empty() || std::fabs(point.x - line.back().x) + std::fabs(point.y - line.back().y) > 0.01f)
            line.push_back(vec(point));
    flush_line(colour(r.paint), r.thickness, r.closed);
}

void Painter::Device::operator()(const rec::Polygon& r) {
    line.clear();
    for (const Point point : r.points) line.push_back(vec(point));
    list->AddConvexPolyFilled(line.data(), static_cast<int>(line.size()), colour(r.paint));
}

void Painter::Device::operator()(const rec::Bezier& r) {
    list->AddBezierCubic(vec(r.from), vec(r.control_1), vec(r.control_2), vec(r.to), colour(r.paint), r.thickness);
}

void Painter::Device::picture(const RunWish& wish, ImVec2 pen, ImU32 ink, bool is_halo) {
    const PlacedPicture* found = pictures.find(wish);
    if (found == nullptr || (is_halo && found->is_coloured)) return;
    const ImVec2 low{snap(pen.x) + static_cast<float>(found->left) / pixel_ratio,
                     snap(pen.y) + static_cast<float>(found->top) / pixel_ratio};
    const ImVec2 high{low.x + static_cast<float>(found->width) / pixel_ratio,
                      low.y + static_cast<float>(found->height) / pixel_ratio};
    if (is_outside(low, high)) return;
    list->PrimReserve(6, 4);
    list->PrimRectUV(low, high, found->uv_low, found->uv_high, found->is_coloured ? ink | ~IM_COL32_A_MASK : ink);
}

float Painter::Device::width_px(const rec::TextRun& r, const TextPart& part) const {
    if (part.kind != TextPartKind::Baked) return part_width_em(part, r.weight) * r.size_px;
    return text[static_cast<std::size_t>(r.weight)]
        ->CalcTextSizeA(r.size_px, FLT_MAX, 0.0f, part.text.data(), part.text.data() + part.text.size())
        .x;
}

// `at`: the left end of the baseline's line, and the top of the baked font.
void Painter::Device::words(const rec::TextRun& r, ImVec2 at, ImU32 ink, bool is_halo) {
    ImFont* font = text[static_cast<std::size_t>(r.weight)];
    const float baseline = at.y + std::round(font->GetFontBaked(r.size_px)->Ascent);
    for (std::size_t position = 0; position < r.text.size();) {
        const TextPart part = next_text_part(r.text, position);
        const float width = part.kind != TextPartKind::Baked || position < r.text.size() ? width_px(r, part) : 0.0f;
        if (part.kind == TextPartKind::Baked || page_fonts() == nullptr)
            list->AddText(font, r.size_px, {std::round(at.x), at.y}, ink, part.text.data(),
                          part.text.data() + part.text.size());
        else
            picture({part, r.weight, r.size_px * pixel_ratio, width * pixel_ratio}, {at.x, baseline}, ink, is_halo);
        at.x += width;
    }
}

void Painter::Device::operator()(const rec::TextRun& r) {
    float x = r.at.x;
    if (r.align != Align::Left) {
        float width = 0.0f;
        for (std::size_t position = 0; position < r.text.size();)
            width += width_px(r, next_text_part(r.text, position));
        x -= r.align == Align::Centre ? width * 0.5f : width;
    }
    const float ascent = std::round(text[static_cast<std::size_t>(r.weight)]->GetFontBaked(r.size_px)->Ascent);
    const ImVec2 at{std::round(x), std::round(r.at.y - ascent)};
    if (r.halo.ink != Ink::None)
        for (const Point offset : k_halo)
            words(r, {std::round(at.x + offset.x), std::round(at.y + offset.y)}, colour(r.halo), true);
    words(r, at, colour(r.paint), false);
}

void Painter::Device::operator()(const rec::IconRun& r) {
    ImFont* font = icons[static_cast<std::size_t>(r.style)];
    const auto code = static_cast<ImWchar>(r.icon);
    ImFontBaked* baked = font->GetFontBaked(r.size_px);
    const ImFontGlyph* glyph = baked->FindGlyph(code);
    if (glyph == nullptr) return;
    // Icons are centred by their em square, unrounded, so that they sit still inside moving pins.
    const ImVec2 at{r.centre.x - r.size_px * 0.5f, r.centre.y - r.size_px * 0.5f};
    const float drop = r.size_px * 0.9375f - std::round(baked->Ascent); // Phosphor's ascent is 15/16 em
    list->PrimReserve(6, 4);
    list->PrimRectUV({at.x + glyph->X0, at.y + glyph->Y0 + drop}, {at.x + glyph->X1, at.y + glyph->Y1 + drop},
                     {glyph->U0, glyph->V0}, {glyph->U1, glyph->V1}, colour(r.paint));
}

void Painter::Device::operator()(const rec::Hatch& r) {
    list->PushClipRect({r.rect.x, r.rect.y}, {r.rect.right(), r.rect.bottom()}, true);
    for (float x = -r.rect.h; x < r.rect.w; x += r.step_px)
        list->AddLine({r.rect.x + x, r.rect.bottom()}, {r.rect.x + x + r.rect.h, r.rect.y}, colour(r.paint),
                      r.thickness);
    list->PopClipRect();
}

void Painter::Device::operator()(const rec::Fade& r) {
    const ImU32 left = colour(r.left), right = colour(r.right);
    list->AddRectFilledMultiColor({r.rect.x, r.rect.y}, {r.rect.right(), r.rect.bottom()}, left, right, right, left);
}

void Painter::Device::operator()(const rec::ClipPush& r) {
    list->PushClipRect({r.rect.x, r.rect.y}, {r.rect.right(), r.rect.bottom()}, true);
}

void Painter::Device::operator()(const rec::ClipPop&) {
    list->PopClipRect();
}

void Painter::Device::operator()(const rec::Mesh& r) {
    const MapMesh& mesh = *r.mesh;
    const int vertices = static_cast<int>(mesh.x_m.size()), indices = static_cast<int>(mesh.triangles.size());
    if (vertices == 0 || indices == 0) return;
    list->PrimReserve(indices, vertices);
    const ImVec2 uv = shared.TexUvWhitePixel;
    const ImU32 ink = colour(r.paint);
    const unsigned int base = list->_VtxCurrentIdx;
    for (const std::uint32_t index : mesh.triangles) list->PrimWriteIdx(base + index);
    for (std::size_t i = 0; i < mesh.x_m.size(); ++i)
        list->PrimWriteVtx(
            vec(r.to_screen.to_screen(static_cast<double>(mesh.x_m[i]), static_cast<double>(mesh.y_m[i]))), uv, ink);
}

void Painter::Device::operator()(const rec::Lines& r) {
    const MapLines& lines = *r.lines;
    const ImU32 ink = colour(r.paint);
    for (std::size_t k = 0; k + 1 < lines.starts.size(); ++k) {
        line.clear();
        const std::size_t first = lines.starts[k], last = lines.starts[k + 1] - 1;
        ImVec2 low{FLT_MAX, FLT_MAX}, high{-FLT_MAX, -FLT_MAX};
        for (std::size_t i = first; i <= last; ++i) {
            const ImVec2 point =
                vec(r.to_screen.to_screen(static_cast<double>(lines.x_m[i]), static_cast<double>(lines.y_m[i])));
            low = ImMin(low, point);
            high = ImMax(high, point);
            if (!line.empty() && i != last &&
                std::fabs(point.x - line.back().x) + std::fabs(point.y - line.back().y) < k_min_segment_px)
                continue;
            line.push_back(point);
        }
        if (!is_outside(low, high)) flush_line(ink, r.thickness, false);
    }
}

Painter::Painter() : m_device(std::make_unique<Device>()) {}

Painter::~Painter() = default;

ImDrawData* Painter::paint(const Scene& scene, const Environment& environment, ColourTheme theme) {
    Device& device = *m_device;
    device.begin(environment);
    device.mix_colours(environment, theme, m_changes);
    for (const Record& record : scene.records) std::visit(device, record);
    ImDrawData* data = device.end(environment);
    m_stats = {data->TotalVtxCount, data->TotalIdxCount, device.list->CmdBuffer.Size};
    return data;
}

}
