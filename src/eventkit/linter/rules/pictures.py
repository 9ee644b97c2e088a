"""Rules about images: size, ratio, kind."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from eventkit import codes
from eventkit.linter.rule import INFO, WARNING, Fault, rule
from eventkit.linter.subject import Subject

__all__: list[str] = []

_GOOGLE = "Google, Event: image"
_WIDTH, _AREA = 720, 50_000
_RATIOS = (1.0, 4 / 3, 16 / 9)
_NEAR = 0.02
_NO_PHOTO = (
    ".svg",
    ".svgz",
    ".pdf",
    ".tif",
    ".tiff",
    ".bmp",
    ".ico",
    ".heic",
    ".eps",
    ".ai",
    ".psd",
)


@rule(codes.IMAGE_SMALL, INFO, _GOOGLE, strict=WARNING, needs="images")
def image_small(subject: Subject) -> Iterator[Fault]:
    """Smaller ones are not shown large, or not at all."""
    for number, image in enumerate(subject.event.images):
        width, height = image.width, image.height
        if width is not None and (width < _WIDTH or width * (height or width) < _AREA):
            yield Fault(
                f"the image is {width} pixels wide",
                f"give one of at least {_WIDTH} pixels, better 1920",
                ("images", number),
            )


@rule(codes.IMAGE_RATIO, INFO, _GOOGLE, needs="images")
def image_ratio(subject: Subject) -> Iterator[Fault]:
    """Square, 4:3 or 16:9; what is none of these is cut."""
    images = subject.event.images
    sizes = [(image.width, image.height) for image in images if image.width and image.height]
    if not sizes or len(sizes) < len(images):
        return
    ratios = [width / height for width, height in sizes if width and height]
    if not any(abs(ratio / wanted - 1) <= _NEAR for ratio in ratios for wanted in _RATIOS):
        yield Fault(
            "no image is 1:1, 4:3 or 16:9",
            "add one of 1920 x 1080, better all three",
            ("images", 0),
        )


@rule(codes.IMAGE_KIND, INFO, _GOOGLE, strict=WARNING, needs="images")
def image_kind(subject: Subject) -> Iterator[Fault]:
    """Search results and social networks show JPEG, PNG, WebP and GIF."""
    for number, image in enumerate(subject.event.images):
        path = urlsplit(image.url).path.lower()
        if path.endswith(_NO_PHOTO):
            kind = path.rpartition(".")[2]
            yield Fault(
                f"an image of the kind {kind}, which few show",
                "give it as .png, .jpg or .webp",
                ("images", number),
            )
